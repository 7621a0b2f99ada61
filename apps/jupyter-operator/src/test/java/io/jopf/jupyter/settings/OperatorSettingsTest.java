package io.jopf.jupyter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorSettingsTest {

  @Test
  void the_domain_is_all_it_takes() {
    assertThat(with(Map.of()))
        .isEqualTo(
            new OperatorSettings(
                "example.com",
                null,
                null,
                Map.of("informaticsmatters.com/purpose-application", "yes"),
                null,
                null));
  }

  @Test
  void each_variable_sets_its_setting() {
    assertThat(
            with(
                Map.of(
                    "INGRESS_TLS_SECRET", "tls",
                    "INGRESS_CERT_ISSUER", "issuer",
                    "JO_POD_NODE_SELECTOR_KEY", "key",
                    "JO_POD_NODE_SELECTOR_VALUE", "value",
                    "JO_APPLY_POD_PRIORITY_CLASS", "true",
                    "JO_DEFAULT_POD_PRIORITY_CLASS", "high",
                    "JO_IMAGE_PULL_SECRET", "pull")))
        .isEqualTo(
            new OperatorSettings(
                "example.com", "tls", "issuer", Map.of("key", "value"), "high", "pull"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no", "0", "", "No", "off"})
  void no_means_no_priority_class(String value) {
    assertThat(with(Map.of("JO_APPLY_POD_PRIORITY_CLASS", value)).priorityClass()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "yes", "1"})
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
