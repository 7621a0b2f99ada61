package io.jopf.jobflow.e2e;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The example of five Jobs in a cluster. */
record FiveJobs(Cluster cluster) {

  static final Path DEFINITIONS = Yaml.repository("roles/jobflow_operator/files/crd.yaml");
  static final String FLOW = "jobflow-example";

  /** Installs the definitions. */
  static FiveJobs on(Cluster cluster) {
    cluster.apply(DEFINITIONS);
    return new FiveJobs(cluster);
  }

  /** The text of an example whose containers take 1 and 2 seconds instead of 10 and 100. */
  static String inSeconds(String example) {
    try {
      String yaml = Files.readString(Yaml.repository("examples/jobflow/" + example));
      return yaml.replace("sleep 100s", "sleep 2s").replace("sleep 10s", "sleep 1s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitSucceed() {
    cluster.await(FLOW + " is Succeed", () -> "Succeed".equals(state(FLOW)));
  }

  String state(String flow) {
    return Optional.ofNullable(cluster.get(JobFlow.class, flow))
        .map(JobFlow::getStatus)
        .map(JobFlowStatus::state)
        .orElse("");
  }

  static String job(int number) {
    return FLOW + "-job" + number;
  }

  /** Each once, and none before those it depends on. */
  static void assertInOrder(JobHistory history) {
    history.assertThatOnce(job(1), job(2), job(3), job(4), job(5));
    history.assertThatAfter(List.of(job(1)), job(2));
    history.assertThatAfter(List.of(job(1), job(2)), job(3));
    history.assertThatAfter(List.of(job(4), job(2)), job(5));
  }

  boolean isRunning(String name) {
    Job job = cluster.get(Job.class, name);
    return job != null
        && job.getStatus() != null
        && Objects.requireNonNullElse(job.getStatus().getActive(), 0) > 0;
  }

  Set<String> uids() {
    return cluster.list(Job.class).stream()
        .map(job -> job.getMetadata().getUid())
        .collect(Collectors.toSet());
  }
}
