package io.jopf.demo.operator;

import io.jopf.demo.DemoException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One operator. */
final class OperatorProcess {

  private static final int LAST_LINES = 8;
  private static final int OK = 200;

  private final String name;
  private final Path log;
  private final URI readiness;
  private final Process process;

  private OperatorProcess(String name, Path log, int port, Process process) {
    this.name = name;
    this.log = log;
    this.readiness = URI.create("http://127.0.0.1:" + port + "/health/readiness");
    this.process = process;
  }

  static OperatorProcess start(String name, Settings settings) {
    if (!Files.isRegularFile(settings.jar(name))) {
      throw new DemoException("there is no " + settings.jar(name) + ": start with ./demo");
    }
    Path log = settings.directory().resolve(name + ".log");
    try {
      int port = freePort();
      ProcessBuilder builder =
          new ProcessBuilder(settings.command(name))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      settings.configure(builder.environment(), port);
      return new OperatorProcess(name, log, port, builder.start());
    } catch (IOException e) {
      throw new DemoException("cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }

  String name() {
    return name;
  }

  Process process() {
    return process;
  }

  boolean isReady(HttpClient http) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(2)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  /** A Ctrl-C in a terminal ends the operators, too; that is no death to report. */
  void checkAlive() throws InterruptedException {
    if (!process.isAlive()) {
      TimeUnit.SECONDS.sleep(1);
      throw new DemoException(
          name + " died (exit code " + process.exitValue() + "). " + lastLines());
    }
  }

  /** What it printed last. */
  String lastLines() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
      return last.isEmpty()
          ? "It printed nothing."
          : "It printed last:\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "It left no log.";
    }
  }

  void stop() {
    process.destroy();
  }

  /** After {@link #stop}: does not wait for ever. */
  void awaitEnd(Duration patience) {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly().onExit().join();
  }
}
