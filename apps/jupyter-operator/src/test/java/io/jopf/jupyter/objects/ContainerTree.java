package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A directory that looks to start.sh like its container: the operator's files, a project with a
 * home in it, and on the PATH nothing but the few tools the script needs and what a test adds.
 */
final class ContainerTree {

  private static final List<String> TOOLS = List.of("cp", "install", "mkdir", "sleep");
  private static final int SECONDS = 30;

  private final Path root;
  private final Path bash;

  ContainerTree(Path root) throws IOException {
    this.root = root;
    this.bash = tool("bash");
    for (String tool : TOOLS) {
      program(tool, "exec " + tool(tool) + " \"$@\"");
    }
    write("etc/.bash_profile", Scripts.read("bash_profile"));
    write("etc/jupyter_notebook_config.json", "{\"ServerApp\": {}}");
    write("start.sh", Scripts.read("start.sh"));
    Files.createDirectories(project());
  }

  static Optional<Path> find(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path tool(String name) {
    Optional<Path> found = find(name);
    assumeThat(found).as("%s, which start.sh needs", name).isPresent();
    return found.orElseThrow();
  }

  /** A space in it, to find what is not quoted. */
  Path project() {
    return root.resolve("home/some one");
  }

  Path home() {
    return project().resolve(".nb");
  }

  Path bin() {
    return root.resolve("bin");
  }

  Path path(String path) {
    return root.resolve(path);
  }

  void write(String path, String text) throws IOException {
    Files.createDirectories(path(path).getParent());
    Files.writeString(path(path), text);
  }

  /** Puts a program onto the PATH. */
  void program(String name, String script) throws IOException {
    write("bin/" + name, "#!" + bash + "\n" + script + "\n");
    Files.setPosixFilePermissions(
        bin().resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A server that tells how it was started, then ends. */
  void jupyterWith(String... servers) throws IOException {
    program("jupyter", "echo \"jupyter $* umask=$(umask) in=$PWD\"");
    for (String server : servers) {
      program("jupyter-" + server, "exit 0");
    }
  }

  Process begin(Map<String, String> variables) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(bash.toString(), path("start.sh").toString())
            .directory(project().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin().toString());
    builder.environment().put("START_ROOT", root.toString());
    builder.environment().put("HOME", home().toString());
    builder.environment().put("JUPYTER_ENABLE_LAB", "true");
    builder.environment().putAll(variables);
    return builder.start();
  }

  Run run(Map<String, String> variables) throws IOException, InterruptedException {
    Process process = begin(variables);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  Run run() throws IOException, InterruptedException {
    return run(Map.of());
  }

  /** How it ended and what it said. */
  record Run(int exit, String output) {}
}
