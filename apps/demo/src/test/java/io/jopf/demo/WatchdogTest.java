package io.jopf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

  private Path directory;
  private Process operator;

  @BeforeEach
  void start(@TempDir Path parent) throws IOException {
    directory = Files.createDirectory(parent.resolve("with space"));
    Files.writeString(directory.resolve("file"), "text");
    operator = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void stop() {
    operator.destroyForcibly();
  }

  @Test
  void when_the_demo_is_killed_its_processes_end_and_its_directory_goes() throws Exception {
    watchdogReads("process " + operator.pid() + "\n");

    assertThat(operator.waitFor()).isNotZero();
    assertThat(directory).doesNotExist();
  }

  @Test
  void when_the_demo_has_cleaned_up_itself_nothing_is_touched() throws Exception {
    watchdogReads("process " + operator.pid() + "\ndone\n");

    assertThat(operator.isAlive()).isTrue();
    assertThat(directory).exists();
  }

  @Test
  void a_demo_without_processes_yet_leaves_no_directory_either() throws Exception {
    watchdogReads("");

    assertThat(directory).doesNotExist();
  }

  private void watchdogReads(String orders) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", Watchdog.SCRIPT, "watchdog", directory.toString()).start();
    try (Writer input = shell.outputWriter()) {
      input.write(orders);
    }
    assertThat(shell.waitFor()).isZero();
  }
}
