package io.jopf.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jopf.StartupException;
import io.jopf.admission.config.Target;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {

  private static Deployment with(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("jopf.enabled", "false");
    try (ApplicationContext context = ApplicationContext.run(all)) {
      return new Deployment(context.getBean(AdmissionSettings.class), "shop", "sales");
    }
  }

  @Test
  void by_default_the_service_is_called_as_the_operator_in_its_own_namespace() {
    Deployment deployment = with(Map.of());

    assertThat(deployment.target(9443)).isEqualTo(new Target(null, "shop", "sales", 443));
    assertThat(deployment.scope(List.of("a")).secret()).hasToString("sales/shop-webhook-cert");
    assertThat(deployment.address().getPort()).isEqualTo(9443);
    assertThat(deployment.address().getAddress().isAnyLocalAddress()).isTrue();
  }

  @Test
  void every_setting_is_heard() {
    Deployment deployment =
        with(
            Map.of(
                "jopf.admission.host", "127.0.0.1",
                "jopf.admission.port", "0",
                "jopf.admission.service", "front",
                "jopf.admission.namespace", "other",
                "jopf.admission.service-port", "8443",
                "jopf.admission.certificate", "secret:mine",
                "jopf.admission.ca-from", "other/mine"));

    assertThat(deployment.target(1)).isEqualTo(new Target(null, "front", "other", 8443));
    assertThat(deployment.scope(List.of()).secret()).hasToString("other/mine");
    assertThat(deployment.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void a_url_without_a_port_gets_the_one_that_is_listened_at() {
    assertThat(with(Map.of("jopf.admission.url", "https://10.0.0.1")).target(1234).url())
        .isEqualTo("https://10.0.0.1:1234");
    assertThat(with(Map.of("jopf.admission.url", "https://[::1]:443")).target(1234).url())
        .isEqualTo("https://[::1]:443");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certificate | secret      | jopf.admission.certificate is 'secret': write generated,"
            + " secret:NAME or directory:PATH",
        "url         | http://a    | jopf.admission.url is 'http://a': write https://host or"
            + " https://host:port",
        "url         | https://a/b | jopf.admission.url is 'https://a/b': write https://host or"
            + " https://host:port",
        "url         | a b         | jopf.admission.url is 'a b': write https://host or"
            + " https://host:port",
        "ca-from     | a/b         | jopf.admission.ca-from is 'a/b', so"
            + " jopf.admission.certificate has to be the secret:NAME that cert-manager fills",
        "validity    | 0s          | jopf.admission.validity is PT0S: no certificate lives that"
            + " long"
      })
  void a_setting_that_cannot_be_used_is_named_with_its_value(
      String setting, String value, String message) {
    assertThatExceptionOfType(StartupException.class)
        .isThrownBy(() -> with(Map.of("jopf.admission." + setting, value)))
        .withMessage(message);
  }
}
