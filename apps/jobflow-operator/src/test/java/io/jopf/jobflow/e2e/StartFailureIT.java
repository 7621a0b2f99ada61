package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.Kubeconfig;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.real.RealCluster;
import io.jopf.test.real.ServiceUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong and what to do about it: one line each, and nothing a user need not read. */
@Scenario
@Tag("control-plane-only")
class StartFailureIT {

  @RegisterExtension private final OperatorJar jar = OperatorJar.ofThisModule();

  @Test
  void without_definitions_that_have_to_be_there_it_says_how_to_install_them(Cluster cluster) {
    String name = "jobflows.api.practice.com";
    cluster.apply(FiveJobs.DEFINITIONS);
    cluster.client().resources(CustomResourceDefinition.class).withName(name).delete();
    cluster.awaitGone(CustomResourceDefinition.class, name);

    assertThat(jar.start(cluster, Map.of("JOPF_REQUIRE_KINDS", "true")).awaitStartFailure())
        .contains("does not serve JobFlow")
        .contains("kubectl apply -f");
  }

  @Test
  void where_nobody_listens_it_says_what_to_check(Cluster cluster) {
    Path file = Kubeconfig.of(cluster.client(), "https://127.0.0.1:1", "any");

    assertThat(jar.start(Map.of("KUBECONFIG", file.toString())).awaitStartFailure())
        .contains("https://127.0.0.1:1/ does not answer")
        .endsWith("check KUBECONFIG and the network");
  }

  @Test
  void a_kubeconfig_that_is_not_there_is_named() {
    assertThat(jar.start(Map.of("KUBECONFIG", "/nowhere/kubeconfig")).awaitStartFailure())
        .isEqualTo(
            "error: KUBECONFIG names /nowhere/kubeconfig, where no readable file is: correct it");
  }

  @Test
  void a_kubeconfig_that_is_none_is_named(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("broken"), "clusters: [");

    assertThat(jar.start(Map.of("KUBECONFIG", file.toString())).awaitStartFailure())
        .startsWith("error: " + file + " is no kubeconfig")
        .endsWith("correct the file or KUBECONFIG");
  }

  @Test
  void without_any_configuration_it_asks_for_one() {
    assertThat(jar.start(Map.of()).awaitStartFailure())
        .isEqualTo("error: there is no cluster to work with: set KUBECONFIG to a kubeconfig file");
  }

  @Test
  void a_stranger_is_told_so(Cluster cluster) {
    cluster.apply(FiveJobs.DEFINITIONS);
    Path file = Kubeconfig.of(cluster.client(), "stranger");

    assertThat(jar.start(Map.of("KUBECONFIG", file.toString())).awaitStartFailure())
        .contains("does not know us (401): check the credentials");
  }

  @Test
  void without_rights_it_says_which_are_missing(Cluster cluster) {
    cluster.apply(FiveJobs.DEFINITIONS);
    ServiceUser user = ServiceUser.create((RealCluster) cluster, "operator");
    Path file = Kubeconfig.of(cluster.client(), user.token());

    assertThat(jar.start(Map.of("KUBECONFIG", file.toString())).awaitStartFailure())
        .contains(":operator\" cannot list resource")
        .endsWith("bind the operator's role to its account");
  }

  @Test
  void a_taken_port_can_be_changed(Cluster cluster) throws IOException {
    cluster.apply(FiveJobs.DEFINITIONS);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(jar.start(cluster, Map.of("MICRONAUT_SERVER_PORT", port)).awaitStartFailure())
          .contains("port is taken: set MICRONAUT_SERVER_PORT");
    }
  }
}
