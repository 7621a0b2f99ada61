package io.jopf.demo.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));

  @Test
  void an_operator_gets_its_cluster_its_namespaces_and_its_port() {
    settings(false).configure(environment, 4711);

    assertThat(environment)
        .containsEntry("KUBECONFIG", "/tmp/kubeconfig")
        .containsEntry("JOPF_NAMESPACES", "a,b")
        .containsEntry("MICRONAUT_SERVER_HOST", "127.0.0.1")
        .containsEntry("MICRONAUT_SERVER_PORT", "4711")
        .containsEntry("PATH", "/bin");
  }

  @Test
  void settings_that_the_user_has_for_other_operators_are_not_passed_on() {
    environment.put("JO_SETTINGS_CONFIGMAP", "mine");
    environment.put("INGRESS_TLS_SECRET", "mine");
    environment.put("MICRONAUT_ENVIRONMENTS", "mine");

    settings(false).configure(environment, 1);

    assertThat(environment).doesNotContainValue("mine");
  }

  @Test
  void a_proxy_leads_to_a_distant_cluster_only() {
    environment.put("https_proxy", "http://proxy");
    settings(false).configure(environment, 1);
    assertThat(environment).containsKey("https_proxy");

    settings(true).configure(environment, 1);
    assertThat(environment).doesNotContainKey("https_proxy");
  }

  @Test
  void the_jar_is_the_one_that_the_build_makes() {
    assertThat(settings(true).command("some-operator"))
        .last()
        .isEqualTo("/src/apps/some-operator/target/some-operator.jar");
  }

  private static Settings settings(boolean local) {
    return new Settings(
        Path.of("/src"), Path.of("/tmp"), Path.of("/tmp/kubeconfig"), List.of("a", "b"), local);
  }
}
