package io.jopf.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An operator's process and the way to ask whether it is ready. */
public final class Operator implements AutoCloseable {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int PATIENCE_SECONDS = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  private final long started = System.nanoTime();
  private final HttpRequest readiness;
  private final Path output;
  private final Child child;

  private Operator(List<String> command, Path kubeconfig, Path output) {
    int port = freePort();
    this.readiness =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    this.output = output;
    this.child =
        Child.start(
            command,
            Map.of(
                "KUBECONFIG", kubeconfig.toString(),
                "MICRONAUT_SERVER_HOST", "127.0.0.1",
                "MICRONAUT_SERVER_PORT", Integer.toString(port)),
            output);
  }

  /**
   * Starts one.
   *
   * @param command with which {@code java -jar} is run
   * @param output where its log goes
   */
  public static Operator start(List<String> command, Path kubeconfig, Path output) {
    return new Operator(command, kubeconfig, output);
  }

  /**
   * Waits until it is ready.
   *
   * @return milliseconds since it was started
   * @throws IllegalStateException if it ends instead, or takes two minutes
   */
  public double awaitReady() {
    long deadline = started + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isReady()) {
      if (!child.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("not ready: see " + output);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return (System.nanoTime() - started) / 1e6;
  }

  /** What the system says of the process. */
  public ProcStatus status() {
    return ProcStatus.of(child.pid());
  }

  /** Processor time used so far, in milliseconds. */
  public double cpuMs() {
    return child.cpuMs();
  }

  /** Megabytes of heap in use after a full collection. */
  public double heapMb() {
    return child.heapMb();
  }

  /** Asks it to end and waits for that; a JVM writes its archive only then. */
  public void stop() {
    child.terminate();
    child.await(PATIENCE_SECONDS);
  }

  @Override
  public void close() {
    child.close();
  }

  private boolean isReady() {
    try {
      return http.send(readiness, BodyHandlers.discarding()).statusCode()
          == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false; // does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
