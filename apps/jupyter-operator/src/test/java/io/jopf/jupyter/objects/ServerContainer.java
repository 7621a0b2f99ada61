package io.jopf.jupyter.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opentest4j.TestAbortedException;

/**
 * A real Jupyter server, started by start.sh as in a Pod: the first process of its own process
 * namespace, in the root file system of an image, as a user that has no entry in /etc/passwd.
 */
final class ServerContainer implements AutoCloseable {

  static final int USER = 54321;
  static final int GROUP = 100;
  static final String NAME = "nb";
  static final String TOKEN = "of-this-test";

  private static final int SKIPPED = 3;
  private static final String ADDRESS = "\"ip\": \"0.0.0.0\"";

  private final Path directory;
  private final Process process;
  private final int port;

  private ServerContainer(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param image a root file system of hack/jupyter/root
   * @param directory empty
   * @throws TestAbortedException if the root file system cannot be made here
   */
  static ServerContainer start(String image, Path directory)
      throws IOException, InterruptedException {
    String root = root(image);
    int port = freePort();
    Path project = Files.createDirectory(directory.resolve("project"));
    Files.setAttribute(project, "unix:uid", USER);
    Files.setAttribute(project, "unix:gid", GROUP);
    List<String> command = new ArrayList<>(List.of(script("enter")));
    command.addAll(List.of("--user", USER + ":" + GROUP, "--bind", project + ":/home/jovyan"));
    for (Map.Entry<String, Path> file : write(directory, port).entrySet()) {
      command.addAll(List.of("--bind", file.getValue() + ":" + file.getKey()));
    }
    command.addAll(List.of(root, directory.toString()));
    command.addAll(List.of("/usr/bin/env", "--chdir=/home/jovyan", "HOME=/home/jovyan/." + NAME));
    command.addAll(List.of("JUPYTER_ENABLE_LAB=true", "JUPYTER_TOKEN=" + TOKEN));
    command.addAll(List.of("bash", "/usr/local/bin/start.sh"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
    return new ServerContainer(directory, builder.start(), port);
  }

  /** What the operator puts into the container, but for the address: tests listen here only. */
  private static Map<String, Path> write(Path directory, int port) throws IOException {
    NotebookPlan plan =
        NotebookPlanner.plan(Samples.minimal(), Samples.settings()).plan().orElseThrow();
    String config =
        Objects.requireNonNull(ConfigMaps.config(plan).getData().get(ConfigMaps.CONFIG_FILE));
    assertThat(config).contains(ADDRESS);
    String here = config.replace(ADDRESS, "\"ip\": \"127.0.0.1\", \"port\": " + port);
    Path files = Files.createDirectory(directory.resolve("files"));
    return Map.of(
        "/etc/" + ConfigMaps.CONFIG_FILE,
        Files.writeString(files.resolve("config"), here),
        "/etc/.bash_profile",
        Files.writeString(files.resolve("profile"), Scripts.read("bash_profile")),
        "/usr/local/bin/start.sh",
        Files.writeString(files.resolve("start"), Scripts.read("start.sh")),
        "/home/code/copy-to-home/.from/the image",
        Files.writeString(files.resolve("hello"), "hello"));
  }

  private static String root(String image) throws IOException, InterruptedException {
    Process script =
        new ProcessBuilder(script("root"), image)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String path = new String(script.getInputStream().readAllBytes(), UTF_8).strip();
    int code = script.waitFor();
    if (code == SKIPPED) {
      System.err.println("tests are skipped: no root file system '" + image + "' here");
      throw new TestAbortedException("no root file system '" + image + "' here, see above");
    }
    if (code != 0) {
      throw new IllegalStateException("hack/jupyter/root " + image + " failed, see above");
    }
    return path;
  }

  private static String script(String name) {
    return Samples.root().resolve("hack/jupyter").resolve(name).toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where the server answers. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The first process of the container. */
  ProcessHandle first() {
    return process.children().findFirst().orElseThrow(() -> new IllegalStateException(log()));
  }

  /** What the system says of the first process, in lines such as "Umask: 0002". */
  List<String> status() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + first().pid() + "/status"));
  }

  /** The process that holds the container: it ends with it, and with its exit code. */
  Process process() {
    return process;
  }

  Path project() {
    return directory.resolve("project");
  }

  /** What it has said so far. */
  String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
