package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.jopf.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

  private static final String PROPERTY = Config.KUBERNETES_KUBECONFIG_FILE;
  private static final String GOOD =
      """
      clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]
      contexts: [{name: c, context: {cluster: c}}]
      current-context: c
      """;

  private final Path directory;
  private @Nullable String before;

  ConnectionTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void rememberTheMachines() {
    before = System.getProperty(PROPERTY);
  }

  @AfterEach
  void putTheMachinesBack() {
    if (before == null) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, before);
    }
  }

  @Test
  void the_current_context_says_where_the_cluster_is() throws IOException {
    choose(GOOD);

    assertThat(Connection.configured().getMasterUrl()).isEqualTo("https://127.0.0.1:1/");
  }

  @Test
  void a_file_that_is_not_there_is_a_mistake() {
    System.setProperty(PROPERTY, directory.resolve("missing").toString());

    assertThatThrownBy(Connection::configured)
        .isInstanceOf(StartupException.class)
        .hasMessage(
            "KUBECONFIG names %s/missing, where no readable file is: correct it", directory);
  }

  @Test
  void a_directory_is_a_mistake() {
    System.setProperty(PROPERTY, directory.toString());

    assertThatThrownBy(Connection::configured).hasMessageContaining("no readable file");
  }

  @Test
  void a_file_that_cannot_be_parsed_is_named_in_one_line() throws IOException {
    choose("clusters: [");

    assertThatThrownBy(Connection::configured)
        .isInstanceOf(StartupException.class)
        .hasMessageStartingWith(directory + "/config is no kubeconfig (")
        .hasMessageEndingWith("): correct the file or KUBECONFIG")
        .message()
        .hasLineCount(1);
  }

  @Test
  void without_a_current_context_no_cluster_is_guessed() throws IOException {
    choose(GOOD.replace("current-context: c", "current-context: other"));

    assertThatThrownBy(Connection::configured)
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("chooses no cluster: set its current-context");
  }

  private void choose(String kubeconfig) throws IOException {
    System.setProperty(
        PROPERTY, Files.writeString(directory.resolve("config"), kubeconfig).toString());
  }
}
