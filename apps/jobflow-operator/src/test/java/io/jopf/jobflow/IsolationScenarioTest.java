package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@JopfTest(
    crds = Flows.CRDS,
    properties =
        "jopf.namespaces=" + IsolationScenarioTest.HERE + "," + IsolationScenarioTest.THERE)
class IsolationScenarioTest {
  static final String HERE = "flows-here";
  static final String THERE = "flows-there";

  @AfterEach
  void clean(Cluster cluster) {
    for (String namespace : List.of(HERE, THERE)) {
      cluster.client().resources(JobFlow.class).inNamespace(namespace).delete();
      cluster.client().resources(Namespace.class).withName(namespace).delete();
    }
  }

  @Test
  void flows_of_one_name_in_two_namespaces_never_see_each_others_jobs(Cluster cluster) {
    apply(cluster, HERE, "sleep 1s");
    apply(cluster, THERE, "exit 1");

    cluster.await(
        "both have ended",
        () ->
            status(cluster, HERE).completionTime() != null
                && status(cluster, THERE).completionTime() != null);

    assertThat(status(cluster, HERE).state()).isEqualTo("Succeed");
    assertThat(status(cluster, THERE).state()).isEqualTo("Failed");
    assertThat(Objects.requireNonNull(status(cluster, HERE).jobStatusList()))
        .containsOnlyKeys("f-a/" + HERE, "f-b/" + HERE);
    assertThat(jobs(cluster, HERE)).containsExactlyInAnyOrder("f-a", "f-b");
    assertThat(jobs(cluster, THERE)).containsExactly("f-a");
  }

  private static void apply(Cluster cluster, String namespace, String command) {
    String template =
        "{template: {spec: {containers: [{name: m, image: x, command: [sh, -c, %s]}]}}}"
            .formatted(command);
    cluster.apply(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %1$s}
        ---
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f, namespace: %1$s}
        spec:
          flows:
          - {name: a, jobTemplate: %2$s}
          - {name: b, dependencies: [a], jobTemplate: %2$s}
        """
            .formatted(namespace, template));
  }

  private static JobFlowStatus status(Cluster cluster, String namespace) {
    JobFlow flow =
        cluster.client().resources(JobFlow.class).inNamespace(namespace).withName("f").get();
    return flow.getStatus() == null ? JobFlowStatus.none() : flow.getStatus();
  }

  private static List<String> jobs(Cluster cluster, String namespace) {
    return cluster.client().resources(Job.class).inNamespace(namespace).list().getItems().stream()
        .map(job -> job.getMetadata().getName())
        .toList();
  }
}
