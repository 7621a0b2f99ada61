package io.jopf.jobflow.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.plan.PlannedStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The objects of the examples, as if they had come from an API server. */
final class Given {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Given() {}

  static JobFlow flow(String file) {
    ObjectNode document = stored("examples/jobflow/" + file, "flow-uid");
    return MAPPER.convertValue(document, JobFlow.class);
  }

  static DaemonJob daemonJob() {
    ObjectNode document = stored("examples/daemonjob/example.yaml", "daemon-uid");
    return MAPPER.convertValue(document, DaemonJob.class);
  }

  static Flow step(JobFlow flow, String name) {
    return Objects.requireNonNull(flow.getSpec().flows()).stream()
        .filter(step -> name.equals(step.name()))
        .findFirst()
        .orElseThrow();
  }

  /** The Job of a first attempt that refers to nothing. */
  static Job job(JobFlow flow, Flow step, Source source) {
    String name = Objects.requireNonNull(step.name());
    StepValues values = new StepValues(flow.getSpec(), null, Map.of(), Map.of());
    return ChildJob.ofStep(flow, new PlannedStep(name, step, null, false), 1, source, values);
  }

  static Source inline(Flow step) {
    JobSpec template = Objects.requireNonNull(step.jobTemplate());
    return new Source(template, null);
  }

  private static ObjectNode stored(String file, String uid) {
    ObjectNode document;
    try {
      String yaml =
          Files.readString(Path.of(System.getProperty("jopf.root", "../..")).resolve(file));
      Load load = new Load(LoadSettings.builder().build());
      Object first = load.loadAllFromString(yaml).iterator().next();
      document = MAPPER.valueToTree(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    document.withObject("/metadata").put("namespace", "team").put("uid", uid);
    return document;
  }
}
