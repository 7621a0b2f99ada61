package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
}
