package io.jopf.jupyter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the operator can be told, role and chart have a variable for. */
class DeployedSettingsTest {

  private static final Pattern SETTING = Pattern.compile("\\b(JO|INGRESS)(_[A-Z]+)+\\b");

  /** The operator's own image has the variable of that name. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("JO_IMAGE_PULL_SECRET", "jo_notebook_pull_secret");

  static Stream<String> settings() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files =
        Files.walk(Samples.root().resolve("apps/jupyter-operator/src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".java") || file.endsWith("application.yml")) {
          SETTING.matcher(Files.readString(file)).results().forEach(r -> found.add(r.group()));
        }
      }
    }
    return found.stream();
  }

  @Test
  void the_operator_has_settings() throws IOException {
    assertThat(settings())
        .contains("INGRESS_DOMAIN", "JO_CULL_TIMEOUT", "JO_SERVER_ADDRESS", "JO_SETTINGS_CONFIGMAP")
        .hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void a_setting_has_a_variable_in_role_and_chart_that_is_documented(String setting)
      throws IOException {
    String small = setting.toLowerCase(Locale.ROOT);
    String variable =
        OTHER_NAMES.getOrDefault(setting, small.startsWith("jo_") ? small : "jo_" + small);

    assertThat(yaml("roles/operator/defaults/main.yaml")).containsKey(variable);
    assertThat(yaml("example-parameters.yaml")).containsKey(variable);
    assertThat(words("roles/operator/templates/deployment.yaml.j2")).contains(setting, variable);
    assertThat(
            Stream.of("_helpers.tpl", "deployment.yaml")
                .flatMap(file -> words("charts/jupyter-operator/templates/" + file).stream()))
        .contains(setting, variable);
    assertThat(words("docs/operators.md")).contains(setting);
  }

  private static Map<String, Object> yaml(String file) throws IOException {
    return Serialization.unmarshal(read(file), new TypeReference<Map<String, Object>>() {});
  }

  private static List<String> words(String file) {
    try {
      return List.of(read(file).split("\\W+", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(Samples.root().resolve(file));
  }
}
