package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** start.sh and the operator's configuration with the servers that they are for. */
@Tag("real-node")
class RealServerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SECONDS_TO_STOP = 5;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({"lab, lab", "notebook, tree"})
  void a_real_server_serves_who_has_the_token_and_leaves_files_to_the_project(
      String image, String page, @TempDir Path directory) throws Exception {
    try (ServerContainer container = ServerContainer.start(image, directory)) {
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast("the server has ended", () -> !container.process().isAlive())
          .until(() -> get(container, "/nb/api", "").statusCode() == 200);

      assertThat(get(container, "/nb/api/status", "").statusCode()).isEqualTo(403);
      assertThat(get(container, "/nb/api/status", ServerContainer.TOKEN).statusCode())
          .isEqualTo(200);
      assertThat(get(container, "/nb?token=" + ServerContainer.TOKEN, "").headers())
          .returns(
              List.of("/nb/" + page + "?token=" + ServerContainer.TOKEN),
              headers -> headers.allValues("location"));
      assertThat(get(container, "/nb/" + page, ServerContainer.TOKEN).statusCode()).isEqualTo(200);
      it_is_the_first_process_of_a_user_without_a_name(container);
      the_home_is_made(container);
      a_file_that_is_saved_belongs_to_the_project(container);
      it_stops_when_it_is_asked_to(container);
    }
  }

  private static void it_is_the_first_process_of_a_user_without_a_name(ServerContainer container)
      throws IOException {
    assertThat(container.status())
        .contains("Uid:\t54321\t54321\t54321\t54321", "Gid:\t100\t100\t100\t100", "Umask:\t0002")
        .anyMatch(line -> line.matches("NSpid:\t\\d+\t1"));
    assertThat(container.first().info().commandLine().orElseThrow())
        .contains("--config=/home/jovyan/.nb/jupyter_notebook_config.json")
        .doesNotContain("start.sh", ServerContainer.TOKEN);
    assertThat(container.log()).doesNotContain("start.sh:");
  }

  private static void the_home_is_made(ServerContainer container) throws IOException {
    Path home = container.project().resolve(".nb");
    assertThat(ownerAndMode(home)).isEqualTo("54321:100 rwxrwxr-x");
    assertThat(ownerAndMode(home.resolve("jupyter_notebook_config.json")))
        .isEqualTo("54321:100 rw-------");
    assertThat(home.resolve(".bash_profile")).isRegularFile();
    assertThat(home.resolve(".bashrc")).content().contains("umask 0002");
    assertThat(home.resolve(".from/the image")).hasContent("hello");
  }

  private void a_file_that_is_saved_belongs_to_the_project(ServerContainer container)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(container, "/nb/api/contents/notes.txt", ServerContainer.TOKEN)
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"type\": \"file\", \"format\": \"text\", \"content\": \"a note\"}"))
            .build();

    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(201);
    Path notes = container.project().resolve("notes.txt");
    assertThat(notes).hasContent("a note");
    assertThat(ownerAndMode(notes)).isEqualTo("54321:100 rw-rw-r--");
  }

  private static void it_stops_when_it_is_asked_to(ServerContainer container)
      throws InterruptedException {
    assertThat(container.first().destroy()).isTrue();

    assertThat(container.process().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)).isTrue();
  }

  private static String ownerAndMode(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid")
        + ":"
        + Files.getAttribute(file, "unix:gid")
        + " "
        + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private HttpResponse<String> get(ServerContainer container, String path, String token)
      throws IOException, InterruptedException {
    return http.send(request(container, path, token).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(ServerContainer container, String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(container.address() + path))
            .timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "token " + token);
  }
}
