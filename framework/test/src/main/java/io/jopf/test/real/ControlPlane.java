package io.jopf.test.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** The control plane's process. It ends when its standard input does, so at the latest with us. */
final class ControlPlane {

  private static final String READY = "ready ";

  /** How many times faster than they say the simulated pods run. */
  private static final String SPEED = "10";

  private final Process process;
  private final Path kubeconfig;

  private ControlPlane(Process process, Path kubeconfig) {
    this.process = process;
    this.kubeconfig = kubeconfig;
  }

  /**
   * Starts one in a directory of its own.
   *
   * @param realNode whether containers really run
   * @throws TestAbortedException if it cannot be built for want of Go
   */
  static ControlPlane start(boolean realNode) {
    try {
      // with the build's other leftovers: its logs are worth a look after a failure
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path directory = Files.createTempDirectory(target, "control-plane");
      List<String> command = new ArrayList<>(List.of(build(), "run"));
      command.addAll(realNode ? List.of("--node") : List.of("--nodes", "node1", "--speed", SPEED));
      command.add(directory.toString());
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new ControlPlane(process, awaitReady(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the control plane started", e);
    }
  }

  private static Path awaitReady(Process process) throws IOException {
    // not closed: the process would die of a broken pipe
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return Path.of(line.substring(READY.length()).trim());
      }
    }
    throw new IllegalStateException("the control plane did not start, see above");
  }

  private static String build() throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("jopf.root", "."), "hack/control-plane/build");
    Process build =
        new ProcessBuilder(script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String path = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (build.waitFor() == 0) {
      return path;
    }
    if (!hasGo()) {
      throw new TestAbortedException(
          "the real control plane needs Go once, to be built: https://go.dev/dl");
    }
    throw new IllegalStateException(script + " failed, see above");
  }

  private static boolean hasGo() throws InterruptedException {
    try {
      Process go =
          new ProcessBuilder("go", "version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return go.waitFor(30, TimeUnit.SECONDS) && go.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The administrator's kubeconfig. */
  Path kubeconfig() {
    return kubeconfig;
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
