package io.jopf.jupyter.heritage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.jupyter.objects.Token;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyTokenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ServerApp\": {\"token\": \"abc\", \"base_url\": \"nb\", \"ip\": \"0.0.0.0\"}}",
        "{\"NotebookApp\": {\"token\": \"abc\", \"base_url\": \"nb\"}}"
      })
  void it_is_read_from_configurations_of_all_versions(String text) {
    assertThat(token(text)).contains(new Token("abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"ServerApp\": 1}",
        "{\"ServerApp\": {\"token\": \"\"}}",
        "{\"ServerApp\": {\"token\": \"a b&c\"}}"
      })
  void what_users_have_made_of_the_file_is_tolerated(String text) {
    assertThat(token(text)).isEmpty();
  }

  private static Optional<Token> token(String text) {
    return Legacies.token(
        new ConfigMapBuilder().addToData("jupyter_notebook_config.json", text).build());
  }
}
