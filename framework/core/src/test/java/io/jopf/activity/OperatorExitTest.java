package io.jopf.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.PermanentException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnStartup;
import io.jopf.operator.JopfApplication;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole process, with an API server that counts. */
class OperatorExitTest {

  private static final String CASE = "test.operator.exit";

  private final Path folder;

  OperatorExitTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Singleton
  @Requires(property = CASE)
  static class Licence {
    private final Environment settings;

    Licence(Environment settings) {
      this.settings = settings;
    }

    @OnStartup
    void licence() {
      if (settings.getProperty(CASE, String.class).filter("fails"::equals).isPresent()) {
        throw new PermanentException("the licence is missing");
      }
    }
  }

  @Handlers(ConfigMap.class)
  @Requires(property = CASE)
  static class Kind {
    @OnCreate
    void create() {}
  }

  /** The program. */
  public static void main(String... arguments) {
    JopfApplication.run(OperatorExitTest.class, arguments);
  }

  private record End(int code, String output, int requests) {}

  private End run(String name) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    server.start();
    try {
      Process process = start(name, server.getAddress().getPort());
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new End(process.exitValue(), output, requests.get());
    } finally {
      server.stop(0);
    }
  }

  private Process start(String name, int port) throws Exception {
    Path kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: c
        contexts: [{name: c, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: u, user: {token: none}}]
        """
            .formatted(port));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + CASE + "=" + name,
                "-Djopf.name=test",
                "-cp",
                System.getProperty("java.class.path"),
                OperatorExitTest.class.getName()));
    builder.environment().put("KUBECONFIG", kubeconfig.toString());
    return builder.redirectErrorStream(true).start();
  }

  @Test
  void a_failed_start_up_ends_the_process_with_an_error_before_any_request() throws Exception {
    End end = run("fails");

    assertThat(end.code()).isEqualTo(1);
    assertThat(end.requests()).isZero();
    assertThat(end.output().lines())
        .contains("error: start-up 'licence' failed: the licence is missing");
  }

  @Test
  void after_a_start_up_that_succeeds_the_api_server_is_asked() throws Exception {
    End end = run("succeeds");

    assertThat(end.requests()).isPositive();
    assertThat(end.output()).doesNotContain("start-up");
  }
}
