package io.jopf.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A running operator. */
public final class OperatorProcess {

  /** Nothing else of the machine may reach it: another cluster's address, say, or JVM options. */
  private static final Set<String> INHERITED = Set.of("PATH", "JAVA_HOME", "LANG", "TMPDIR");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Process process;
  private final Path directory;
  private final String address;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

  private OperatorProcess(Process process, Path directory, String address) {
    this.process = process;
    this.directory = directory;
    this.address = address;
  }

  /**
   * @param program what the JVM is to run, with its options
   */
  static OperatorProcess start(List<String> program, Map<String, String> variables)
      throws IOException {
    // with the build's other leftovers: its logs are worth a look after a failure
    Path target = Files.createDirectories(Path.of("target/operators").toAbsolutePath());
    Path directory = Files.createTempDirectory(target, "");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(program);
    command.add(0, java);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("out.log").toFile())
            .redirectError(directory.resolve("err.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    environment.put("HOME", directory.toString());
    environment.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    environment.put("MICRONAUT_SERVER_PORT", freePort());
    environment.putAll(variables);
    Process process = builder.start();
    // for a build that is interrupted
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    String port = environment.get("MICRONAUT_SERVER_PORT");
    return new OperatorProcess(process, directory, "http://127.0.0.1:" + port);
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  /**
   * Waits until the operator says that it is ready.
   *
   * @return this
   * @throws AssertionError if the process ends instead
   */
  public OperatorProcess awaitReady() {
    Awaitility.await("the operator is ready")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !process.isAlive() || isReady());
    if (!process.isAlive()) {
      throw new AssertionError("the operator has ended. " + describe());
    }
    return this;
  }

  private boolean isReady() {
    try {
      return get("/health/readiness").statusCode() == 200;
    } catch (UncheckedIOException notListeningYet) {
      return false;
    }
  }

  /** Asks the operator's HTTP server, as in {@code get("/health")}. */
  public HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends the process as a crash of its machine does, and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Asks the process to end, as Kubernetes does, and returns its exit code. */
  public int stop() {
    process.destroy();
    return awaitExit();
  }

  /**
   * Waits for the end of the process.
   *
   * @return its exit code, 128 and more if a signal ended it
   */
  public int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the operator does not end. " + describe());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Waits for the end of a process that cannot start.
   *
   * @return the one line that it tells its user
   * @throws AssertionError if it ends well, shows a stack trace, or says more or less than a line
   */
  public String awaitStartFailure() {
    int code = awaitExit();
    List<String> told = errors().lines().toList();
    if (code != 1
        || told.size() != 1
        || !told.get(0).startsWith("error: ")
        || output().contains("\tat ")) {
      throw new AssertionError("not one line of explanation, but code " + code + ". " + describe());
    }
    return told.get(0);
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }

  /** What it has logged so far. */
  public String output() {
    return read("out.log");
  }

  /** What it has written to standard error so far. */
  public String errors() {
    return read("err.log");
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it has written, for the failure of a test. */
  public String describe() {
    return "In " + directory + " it wrote\n" + output() + "and on standard error\n" + errors();
  }
}
