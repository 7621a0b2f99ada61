package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatchRequestTest {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final KubernetesClient client;
  private volatile int code = 200;
  private volatile String answer = "{}";

  PatchRequestTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    client =
        ClientFactory.client(
            new ConfigBuilder()
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withOauthToken("secret")
                .withRequestRetryBackoffLimit(1)
                .withRequestRetryBackoffInterval(1)
                .build());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          String.join(
              " ",
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private GenericKubernetesResource patch(PatchContext context) {
    return ResourceKind.of(ConfigMap.class).unread(client, "here", "box").patch(context, "{}");
  }

  @Test
  void it_says_who_asks_and_what_kind_of_patch_it_is() {
    patch(MERGE);

    assertThat(asked)
        .singleElement()
        .asString()
        .isEqualTo(
            "PATCH /api/v1/namespaces/here/configmaps/box"
                + " application/merge-patch+json; charset=utf-8 Bearer secret {}");
  }

  @Test
  void a_kind_may_have_a_group_or_no_namespace_and_a_status_of_its_own() {
    ResourceKind.of(Job.class).unread(client, "here", "run").status().patch(MERGE, "{}");
    ResourceKind.of(Namespace.class).unread(client, "", "there").patch(MERGE, "{}");

    assertThat(asked)
        .extracting(line -> line.split(" ", -1)[1])
        .containsExactly(
            "/apis/batch/v1/namespaces/here/jobs/run/status", "/api/v1/namespaces/there");
  }

  @Test
  void an_apply_names_its_manager_and_whether_to_force() {
    patch(
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("a b&c")
            .withForce(true)
            .build());

    assertThat(asked)
        .singleElement()
        .asString()
        .contains("box?force=true&fieldManager=a+b%26c ", "application/apply-patch+yaml");
  }

  @Test
  void the_answer_is_read_without_who_manages_what() {
    answer =
        "{\"kind\":\"ConfigMap\",\"data\":{\"n\":\"1\"},\"more\":{\"list\":[1,2.5,null]},"
            + "\"metadata\":{\"name\":\"box\",\"resourceVersion\":\"7\",\"unheardOf\":{\"a\":1},"
            + "\"managedFields\":[{\"manager\":\"m\",\"fieldsV1\":{\"f:data\":{}}}]}}";

    GenericKubernetesResource box = patch(MERGE);

    assertThat(box.getMetadata().getManagedFields()).isEmpty();
    assertThat(box.getMetadata().getResourceVersion()).isEqualTo("7");
    assertThat(box.<Object>get("data")).isEqualTo(Map.of("n", "1"));
    assertThat(box.<List<?>>get("more", "list")).hasSize(3);
  }

  @Test
  void a_creation_is_as_lean() {
    answer =
        "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"box\",\"managedFields\":[{\"manager\":\"m\"}]}}";

    GenericKubernetesResource box =
        ResourceKind.of(ConfigMap.class).create(client, "here", "{\"data\":{}}");

    assertThat(asked)
        .containsExactly(
            "POST /api/v1/namespaces/here/configmaps application/json; charset=utf-8 Bearer secret"
                + " {\"data\":{}}");
    assertThat(box.getMetadata().getName()).isEqualTo("box");
    assertThat(box.getMetadata().getManagedFields()).isEmpty();
  }

  @Test
  void a_refusal_says_what_the_server_said() {
    code = 409;
    answer =
        "{\"kind\":\"Status\",\"code\":409,\"reason\":\"Conflict\",\"message\":\"was changed\"}";

    assertThatThrownBy(() -> patch(MERGE))
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e -> {
              assertThat(e.getCode()).isEqualTo(409);
              assertThat(e.getStatus().getMessage()).isEqualTo("was changed");
            })
        .hasMessageContaining("PATCH at: http://127.0.0.1:")
        .hasMessageContaining("was changed");
  }

  @Test
  void it_is_sent_again_as_the_client_does_it() {
    code = 500;

    assertThatThrownBy(() -> patch(MERGE))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(500));
    assertThat(asked).hasSize(2);
  }

  @Test
  void an_answer_that_is_no_object_is_an_error_with_its_path() {
    answer = "<html>";

    assertThatThrownBy(() -> patch(MERGE))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("api/v1/namespaces/here/configmaps/box");
  }

  @Test
  void a_server_that_cannot_be_reached_is_an_error_with_its_cause() {
    server.stop(0);

    assertThatThrownBy(() -> patch(MERGE))
        .isInstanceOf(KubernetesClientException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void an_interrupted_wait_ends_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> patch(MERGE)).isInstanceOf(KubernetesClientException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
