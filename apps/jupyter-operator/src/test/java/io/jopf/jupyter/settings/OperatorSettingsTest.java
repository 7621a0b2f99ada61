package io.jopf.jupyter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Toleration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorSettingsTest {

  @Test
  void the_domain_is_all_it_takes() {
    OperatorSettings settings = with(Map.of());

    assertThat(settings.ingressDomain()).isEqualTo("example.com");
    assertThat(settings.ingressTlsSecret()).isNull();
    assertThat(settings.ingressCertIssuer()).isNull();
    assertThat(settings.nodeSelector())
        .isEqualTo(Map.of("informaticsmatters.com/purpose-application", "yes"));
    assertThat(settings.priorityClass()).isNull();
    assertThat(settings.pullSecret()).isNull();
    assertThat(settings.pod())
        .isEqualTo(new PodSettings(List.of(), null, null, "nvidia.com/gpu", false));
    assertThat(settings.network())
        .isEqualTo(
            new NetworkSettings(
                true, "nginx", false, 3600, Map.of(), null, false, List.of("ingress-nginx"), null));
  }

  @Test
  void each_variable_sets_its_setting() {
    OperatorSettings settings =
        with(
            Map.of(
                "INGRESS_TLS_SECRET", "tls",
                "INGRESS_CERT_ISSUER", "issuer",
                "JO_POD_NODE_SELECTOR_KEY", "key",
                "JO_POD_NODE_SELECTOR_VALUE", "value",
                "JO_APPLY_POD_PRIORITY_CLASS", "true",
                "JO_DEFAULT_POD_PRIORITY_CLASS", "high",
                "JO_IMAGE_PULL_SECRET", "pull"));

    assertThat(settings.ingressTlsSecret()).isEqualTo("tls");
    assertThat(settings.ingressCertIssuer()).isEqualTo("issuer");
    assertThat(settings.nodeSelector()).isEqualTo(Map.of("key", "value"));
    assertThat(settings.priorityClass()).isEqualTo("high");
    assertThat(settings.pullSecret()).isEqualTo("pull");
  }

  @Test
  void pods_are_as_the_variables_say() {
    PodSettings pod =
        with(Map.of(
                "JO_POD_TOLERATIONS", "[{\"key\":\"a.b/c\",\"operator\":\"Exists\"}]",
                "JO_POD_AFFINITY", "{\"nodeAffinity\":{}}",
                "JO_SHM_SIZE", "1Gi",
                "JO_GPU_RESOURCE", "amd.com/gpu",
                "JO_ALLOW_ROOT", "true"))
            .pod();

    assertThat(pod.tolerations())
        .singleElement()
        .returns("a.b/c", Toleration::getKey)
        .returns("Exists", Toleration::getOperator);
    assertThat(pod.affinity()).isNotNull();
    assertThat(pod.shmSize()).isEqualTo("1Gi");
    assertThat(pod.gpuResource()).isEqualTo("amd.com/gpu");
    assertThat(pod.rootAllowed()).isTrue();
  }

  @Test
  void the_way_to_notebooks_is_as_the_variables_say() {
    assertThat(
            with(Map.of(
                    "JO_INGRESS_CLASS", "traefik",
                    "JO_INGRESS_CLASS_ANNOTATION", "yes",
                    "JO_INGRESS_PROXY_TIMEOUT", "60",
                    "JO_INGRESS_ANNOTATIONS", "{\"a.b/c\":\"d\"}",
                    "JO_INGRESS", "no",
                    "JO_GATEWAY", "infra/public",
                    "JO_NETWORK_POLICY", "yes",
                    "JO_CONTROLLER_NAMESPACES", "infra, ingress",
                    "POD_NAMESPACE", "operators"))
                .network())
        .isEqualTo(
            new NetworkSettings(
                false,
                "traefik",
                true,
                60,
                Map.of("a.b/c", "d"),
                new NetworkSettings.Gateway("infra", "public"),
                true,
                List.of("infra", "ingress"),
                "operators"));
    assertThat(with(Map.of("JO_GATEWAY", "public")).network().gateway())
        .isEqualTo(new NetworkSettings.Gateway(null, "public"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JO_GATEWAY|/public",
        "JO_GATEWAY|infra/",
        "JO_GATEWAY|a/b/c",
        "JO_CONTROLLER_NAMESPACES|['infra', 'ingress']",
        "JO_CONTROLLER_NAMESPACES|infra ingress",
        "JO_CONTROLLER_NAMESPACES|,",
        "JO_INGRESS_ANNOTATIONS|{a.b/c: }",
        "JO_POD_TOLERATIONS|[null]"
      })
  void a_value_that_would_mislead_is_told_at_the_start(String variable, String value) {
    assertThatThrownBy(() -> with(Map.of(variable, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(variable + " is '" + value + "': need ");
  }

  @Test
  void a_list_of_namespaces_is_read_as_people_write_it() {
    assertThat(
            with(Map.of("JO_CONTROLLER_NAMESPACES", "infra,, ingress ,"))
                .network()
                .controllerNamespaces())
        .containsExactly("infra", "ingress");
  }

  @Test
  void without_ingresses_there_has_to_be_a_gateway() {
    assertThatThrownBy(() -> with(Map.of("JO_INGRESS", "no")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("JO_INGRESS is 'no': need JO_GATEWAY as well");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JO_POD_TOLERATIONS",
        "JO_POD_AFFINITY",
        "JO_SHM_SIZE",
        "JO_INGRESS_PROXY_TIMEOUT",
        "JO_INGRESS_ANNOTATIONS"
      })
  void a_value_that_cannot_be_read_is_told_by_the_name_of_its_variable(String variable) {
    assertThatThrownBy(() -> with(Map.of(variable, "[nonsense")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(variable + " is '[nonsense': need ");
  }

  @Test
  void lengths_of_time_are_read_as_people_write_them() {
    assertThat(
            with(Map.of(
                    "JO_CULL_TIMEOUT", "90m",
                    "JO_CULL_CONNECTED", "yes",
                    "JO_CULL_MAX_AGE", "7d",
                    "JO_TIME_TO_LIVE", "2592000"))
                .life())
        .isEqualTo(
            new LifeSettings(
                Duration.ofMinutes(90), true, Duration.ofDays(7), Duration.ofDays(30)));
    assertThat(with(Map.of()).life()).isEqualTo(LifeSettings.NONE);
  }

  @Test
  void what_is_no_length_of_time_is_told_by_the_name_of_its_variable() {
    assertThatThrownBy(() -> with(Map.of("JO_CULL_MAX_AGE", "a week")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("JO_CULL_MAX_AGE is 'a week': need a length of time like 90m, 2h or 7d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no", "0", "", "No", "off"})
  void no_means_no_priority_class(String value) {
    assertThat(with(Map.of("JO_APPLY_POD_PRIORITY_CLASS", value)).priorityClass()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "yes", "1", "enabled", " On "})
  void yes_means_the_usual_priority_class(String value) {
    assertThat(with(Map.of("JO_APPLY_POD_PRIORITY_CLASS", value)).priorityClass())
        .isEqualTo("im-application-low");
  }

  @Test
  void an_empty_selector_key_lets_notebooks_run_anywhere() {
    assertThat(with(Map.of("JO_POD_NODE_SELECTOR_KEY", "")).nodeSelector()).isEmpty();
  }

  @Test
  void a_missing_domain_is_told_by_the_name_of_its_variable() {
    assertThatThrownBy(() -> read(Map.of("INGRESS_DOMAIN", " ")))
        .isInstanceOf(MissingSettingException.class)
        .hasMessageContaining("INGRESS_DOMAIN");
  }

  private static OperatorSettings with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("INGRESS_DOMAIN", "example.com");
    return read(all);
  }

  /** As environment variables are, on top of the operator's own application.yml. */
  private static OperatorSettings read(Map<String, String> variables) {
    PropertySource source =
        new MapPropertySource("variables", new HashMap<>(variables)) {
          @Override
          public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
          }
        };
    ApplicationContext context = ApplicationContext.builder().propertySources(source).build();
    Environment environment = context.getEnvironment().start();
    try {
      return OperatorSettings.from(environment);
    } finally {
      environment.stop();
    }
  }
}
