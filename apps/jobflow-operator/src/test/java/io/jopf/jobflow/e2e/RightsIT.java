package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.Kubeconfig;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.real.RealCluster;
import io.jopf.test.real.ServiceUser;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Scenario
@Tag("control-plane-only")
class RightsIT {

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @Test
  void its_role_is_enough(Cluster cluster) {
    FiveJobs example = FiveJobs.on(cluster);
    ServiceUser user = ServiceUser.create((RealCluster) cluster, "operator");
    user.bind(Yaml.repository("roles/jobflow_operator/files/cluster-role.yaml"));
    String kubeconfig = Kubeconfig.of(cluster.client(), user.token()).toString();
    operator.start(Map.of("KUBECONFIG", kubeconfig)).awaitReady();

    cluster.apply(FiveJobs.inSeconds("example.yaml"));
    example.awaitSucceed();
    cluster.await("its end is told", () -> user.requests().contains("201 create events"));

    assertThat(user.refused()).isEmpty();
    assertThat(user.requests()).filteredOn("201 create jobs"::equals).hasSize(5);
  }

  @Test
  void its_role_is_enough_for_jobs_on_nodes_that_come_and_go(Cluster cluster) {
    cluster.apply(FiveJobs.DEFINITIONS);
    ServiceUser user = ServiceUser.create((RealCluster) cluster, "operator");
    user.bind(Yaml.repository("roles/jobflow_operator/files/cluster-role.yaml"));
    String kubeconfig = Kubeconfig.of(cluster.client(), user.token()).toString();
    operator.start(Map.of("KUBECONFIG", kubeconfig)).awaitReady();
    cluster.nodes("node1", "node2");

    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: DaemonJob
        metadata: {name: d}
        spec:
          maxConcurrentNodes: 1
          template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 1h]}]}}
        """);
    cluster.await("the job of node1 runs", () -> cluster.get(Job.class, "d-node1") != null);
    cluster.nodes("node2");
    cluster.await("its job is deleted", () -> cluster.get(Job.class, "d-node1") == null);
    cluster.await("the job of node2 runs", () -> cluster.get(Job.class, "d-node2") != null);
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: DaemonJob
        metadata: {name: e}
        spec:
          ttlSecondsAfterCompletion: 1
          template: {spec: {containers: [{name: m, image: x, command: [sh, -c, sleep 1s]}]}}
        """);
    cluster.awaitGone(DaemonJob.class, "e");
    // nothing is to be created any more while the namespace goes, which would be refused
    cluster.client().resources(DaemonJob.class).withName("d").delete();
    cluster.awaitGone(DaemonJob.class, "d");

    assertThat(user.refused()).isEmpty();
    assertThat(user.requests()).contains("200 delete jobs", "200 delete daemonjobs");
  }
}
