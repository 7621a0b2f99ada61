package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the script that the container runs, with a real bash. */
class StartScriptTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @SuppressWarnings("NullAway.Init")
  private ContainerTree container;

  @BeforeEach
  void the_image_has_jupyter_lab() throws IOException {
    container = new ContainerTree(directory);
    container.jupyterWith("lab");
  }

  @Test
  void bash_can_read_it() throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder("bash", "-n", container.path("start.sh").toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void shellcheck_has_nothing_to_say() throws IOException, InterruptedException {
    assumeThat(ContainerTree.find("shellcheck")).as("shellcheck").isPresent();
    Process check =
        new ProcessBuilder("shellcheck", container.path("start.sh").toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void the_server_starts_in_the_project_with_the_operators_configuration()
      throws IOException, InterruptedException {
    ContainerTree.Run run = container.run();

    assertThat(run.exit()).isZero();
    assertThat(run.output())
        .contains("jupyter lab --config=" + container.home() + "/jupyter_notebook_config.json")
        .contains("umask=0002")
        .endsWith("in=" + container.project() + "\n");
  }

  @Test
  void only_the_user_can_read_the_configuration() throws IOException, InterruptedException {
    container.run();

    assertThat(
            Files.getPosixFilePermissions(container.home().resolve("jupyter_notebook_config.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_changed_configuration_replaces_the_old_one_and_nothing_else()
      throws IOException, InterruptedException {
    container.run();
    Path own = Files.createDirectories(container.home().resolve(".jupyter"));
    Files.writeString(own.resolve("jupyter_config.py"), "own");
    container.write("etc/jupyter_notebook_config.json", "changed");

    container.run();

    assertThat(container.home().resolve("jupyter_notebook_config.json")).hasContent("changed");
    assertThat(own.resolve("jupyter_config.py")).hasContent("own");
  }

  @Test
  void a_home_that_cannot_be_made_is_told() throws IOException, InterruptedException {
    container.write("file", "");

    ContainerTree.Run run = container.run(Map.of("HOME", container.path("file/home").toString()));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output()).contains("cannot write to the home directory");
  }

  @Test
  void lines_of_the_user_stay_and_the_operators_come_last()
      throws IOException, InterruptedException {
    container.run();
    Path bashrc = container.home().resolve(".bashrc");
    String block = Files.readString(bashrc);
    Files.writeString(bashrc, "alias above=a\n" + block + "alias below=b\n");

    container.run();

    assertThat(bashrc).hasContent("alias above=a\nalias below=b\n" + block);
    assertThat(block).endsWith("umask 0002\n# <<< jupyter-operator <<<\n").contains("PS1=");
  }

  @Test
  void an_unchanged_bashrc_is_not_written_again() throws IOException, InterruptedException {
    container.run();
    Path bashrc = container.home().resolve(".bashrc");
    Files.setLastModifiedTime(bashrc, FileTime.from(LONG_AGO));

    container.run();

    assertThat(Files.getLastModifiedTime(bashrc).toInstant()).isEqualTo(LONG_AGO);
  }

  @Test
  void mistakes_in_the_users_bashrc_do_not_keep_the_server_from_starting()
      throws IOException, InterruptedException {
    Files.createDirectories(container.home());
    Files.writeString(
        container.home().resolve(".bashrc"),
        "set -e\ncd /\numask 0777\necho $not_set\nno-such-command\nreturn 3\n");

    ContainerTree.Run run = container.run();

    assertThat(run.exit()).isZero();
    assertThat(run.output())
        .contains("jupyter lab")
        .contains("umask=0002")
        .endsWith("in=" + container.project() + "\n");
  }

  @Test
  void a_bash_profile_of_the_user_stays() throws IOException, InterruptedException {
    container.run();
    Path profile = container.home().resolve(".bash_profile");
    assertThat(profile).hasContent(Scripts.read("bash_profile"));
    Files.writeString(profile, "own");

    container.run();

    assertThat(profile).hasContent("own");
  }

  @Test
  void the_images_files_come_home_hidden_and_nested_ones_too()
      throws IOException, InterruptedException {
    container.write("home/code/copy-to-home/a file", "1");
    container.write("home/code/copy-to-home/.hidden", "2");
    container.write("home/code/copy-to-home/deep/.er/file", "3");
    container.write("home/code/copy-to-startup/for-the-project", "4");

    ContainerTree.Run run = container.run();

    assertThat(run.output()).startsWith("jupyter lab");
    assertThat(container.home().resolve("a file")).hasContent("1");
    assertThat(container.home().resolve(".hidden")).hasContent("2");
    assertThat(container.home().resolve("deep/.er/file")).hasContent("3");
    assertThat(container.project().resolve("for-the-project")).hasContent("4");
  }

  @Test
  void the_newer_of_two_files_wins() throws IOException, InterruptedException {
    container.write("home/code/copy-to-home/mine", "image");
    container.write("home/code/copy-to-home/theirs", "image");
    container.run();
    Files.writeString(container.home().resolve("mine"), "user");
    Files.setLastModifiedTime(
        container.path("home/code/copy-to-home/mine"), FileTime.from(LONG_AGO));
    Files.writeString(container.home().resolve("theirs"), "user");
    Files.setLastModifiedTime(container.home().resolve("theirs"), FileTime.from(LONG_AGO));

    container.run();

    assertThat(container.home().resolve("mine")).hasContent("user");
    assertThat(container.home().resolve("theirs")).hasContent("image");
  }

  @Test
  void nothing_to_copy_and_no_conda_is_nothing_to_speak_of()
      throws IOException, InterruptedException {
    Files.createDirectories(container.path("home/code/copy-to-home"));

    assertThat(container.run().output().lines())
        .singleElement()
        .asString()
        .startsWith("jupyter lab");
  }

  @Test
  void conda_is_set_up_before_the_bashrc_is_read() throws IOException, InterruptedException {
    container.program("conda", "echo \"export CONDA_SAYS='$*'\" > \"$HOME/.bashrc\"");
    container.program("jupyter", "echo \"conda $CONDA_SAYS\"");

    assertThat(container.run().output()).isEqualTo("conda init\n");
  }

  @ParameterizedTest
  @CsvSource({
    "true, lab notebook, lab",
    "true, notebook server, notebook",
    "true, server, server",
    "'', lab notebook nbclassic, nbclassic",
    "'', lab notebook, notebook",
    "'', lab, lab"
  })
  void the_server_is_the_one_wanted_or_the_next_best(String lab, String image, String server)
      throws IOException, InterruptedException {
    Files.delete(container.bin().resolve("jupyter-lab"));
    container.jupyterWith(image.split(" ", -1));
    container.program("jupyter", "[[ $2 != --version ]] || exit 1; echo \"started $1\"");

    ContainerTree.Run run = container.run(Map.of("JUPYTER_ENABLE_LAB", lab));

    assertThat(run.output()).isEqualTo("started " + server + "\n");
  }

  @Test
  void an_image_without_a_server_is_told() throws IOException, InterruptedException {
    Files.delete(container.bin().resolve("jupyter-lab"));
    Files.delete(container.bin().resolve("jupyter"));

    ContainerTree.Run run = container.run();

    assertThat(run.exit()).isEqualTo(127);
    assertThat(run.output()).contains("no Jupyter server");
  }

  @Test
  void the_script_becomes_the_server_so_that_it_hears_the_kubelet()
      throws IOException, InterruptedException {
    container.program("jupyter", "echo $$; exec sleep 600");
    Process process = container.begin(Map.of());
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo(String.valueOf(process.pid()));

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
