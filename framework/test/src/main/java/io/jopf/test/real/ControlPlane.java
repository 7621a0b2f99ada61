package io.jopf.test.real;

import java.io.BufferedReader;
import java.io.File;
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
  private static final String RESTARTED = "restarted ";

  /** How many times faster than they say the simulated pods run. */
  private static final String SPEED = "10";

  /** The exit code that says: not on this machine. */
  private static final int IMPOSSIBLE = 3;

  private final String program;
  private final Path directory;
  private final Process process;
  private final BufferedReader output;
  private final Path kubeconfig;

  private ControlPlane(
      String program, Path directory, Process process, BufferedReader output, Path kubeconfig) {
    this.program = program;
    this.directory = directory;
    this.process = process;
    this.output = output;
    this.kubeconfig = kubeconfig;
  }

  /**
   * Starts one in a directory of its own.
   *
   * @param realNode whether containers really run
   * @throws TestAbortedException if it cannot be built for want of Go, or the machine lacks what a
   *     real node needs
   */
  static ControlPlane start(boolean realNode) {
    try {
      // with the build's other leftovers: its logs are worth a look after a failure
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path directory = Files.createTempDirectory(target, "control-plane");
      String program = build();
      List<String> command = new ArrayList<>(List.of(program, "run"));
      command.addAll(realNode ? List.of("--node") : List.of("--nodes", "node1", "--speed", SPEED));
      command.addAll(List.of("--audit-log", auditLog(directory).toString(), directory.toString()));
      File errors = errors(directory).toFile();
      Process process = new ProcessBuilder(command).redirectError(errors).start();
      // not closed: the process would die of a broken pipe
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      Path kubeconfig = Path.of(await(READY, process, output, errors.toPath()));
      return new ControlPlane(program, directory, process, output, kubeconfig);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the control plane started", e);
    }
  }

  private static Path errors(Path directory) {
    return directory.resolveSibling(directory.getFileName() + ".err");
  }

  private static Path auditLog(Path directory) {
    return directory.resolve("logs/audit.log");
  }

  /** The rest of the line that begins with a word. */
  private static String await(String word, Process process, BufferedReader output, Path errors)
      throws IOException, InterruptedException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(word)) {
        return line.substring(word.length()).trim();
      }
    }
    String reason = Files.readString(errors).trim();
    if (process.waitFor() == IMPOSSIBLE) {
      throw skipped("no real node can run here: " + reason);
    }
    throw new IllegalStateException("the control plane has ended: " + reason);
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
      throw skipped("the real control plane needs Go once, to be built: https://go.dev/dl");
    }
    throw new IllegalStateException(script + " failed, see above");
  }

  /** Said aloud, for a build shows no reasons of skipped tests. */
  private static TestAbortedException skipped(String why) {
    System.err.println("tests are skipped: " + why);
    return new TestAbortedException(why);
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

  /** Gives the real node an image; see hack/control-plane/image. */
  void load(String image, Path rootFileSystem) {
    try {
      Path archive = Files.createTempFile(directory.getParent(), "image", ".tar");
      execute(program, "image", image, rootFileSystem.toString(), archive.toString());
      execute(program, "import", directory.toString(), archive.toString());
      Files.delete(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an image was loaded", e);
    }
  }

  private static void execute(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
  }

  /** Compacts etcd and restarts the API server; returns when it answers again. */
  synchronized void restartApiServer() {
    try {
      execute("kill", "-USR1", Long.toString(process.pid()));
      await(RESTARTED, process, output, errors(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the API server restarted", e);
    }
  }

  /** Every request to the API server, a line of JSON each. */
  Path auditLog() {
    return auditLog(directory);
  }

  /** The administrator's kubeconfig. */
  Path kubeconfig() {
    return kubeconfig;
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
