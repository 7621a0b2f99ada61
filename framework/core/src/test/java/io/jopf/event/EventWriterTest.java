package io.jopf.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventWriterTest {

  private static final String EVENTS = "/apis/events.k8s.io/v1/namespaces/team/events";
  private static final String ANSWER = "{\"apiVersion\":\"events.k8s.io/v1\",\"kind\":\"Event\"}";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
          exchange.getRequestBody().readAllBytes();
          byte[] answer = ANSWER.getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void events_are_created_and_counted_without_being_read() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Series series =
        new Series(Tell.about("tom", "Noise", "oyez"), "tom.1", now, Duration.ofSeconds(1));

    try (KubernetesClient client = client()) {
      EventWriter writer = new EventWriter(client, "crier", "crier-0");
      assertThat(writer.create(series)).isTrue();
      assertThat(writer.update(series)).isTrue();
    }

    assertThat(requests).containsExactly("POST " + EVENTS, "PATCH " + EVENTS + "/tom.1");
  }

  private KubernetesClient client() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder().withMasterUrl(url).withRequestRetryBackoffLimit(0).build())
        .build();
  }
}
