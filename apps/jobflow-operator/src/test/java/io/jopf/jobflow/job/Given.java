package io.jopf.jobflow.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.Map;
import java.util.Objects;

/** The objects of the examples, as if they had come from an API server. */
final class Given {
  private Given() {}

  static JobFlow flow(String file) {
    ObjectNode document = stored("examples/jobflow/" + file, "flow-uid");
    return Yaml.as(document, JobFlow.class);
  }

  static DaemonJob daemonJob() {
    return Yaml.as(stored("examples/daemonjob/example.yaml", "daemon-uid"), DaemonJob.class);
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
    ObjectNode document = (ObjectNode) Yaml.documents(Yaml.repository(file)).get(0);
    document.withObject("/metadata").put("namespace", "team").put("uid", uid);
    return document;
  }
}
