package io.jopf.admission.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.StartupException;
import io.jopf.admission.Serve;
import io.jopf.admission.review.Slow;
import io.jopf.admission.tls.ServingKeys;
import io.jopf.admission.tls.TestCertificates;
import io.micronaut.context.ApplicationContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionServerTest {

  private static final String REVIEW =
      """
      {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
        "uid": "u1", "operation": "CREATE", "namespace": "shop", "name": "map",
        "resource": {"group": "", "version": "v1", "resource": "configmaps"},
        "object": {"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "b"}}}}
      """;
  private static final String PATH = "/validate/configmaps/slow";

  private final TestCertificates certificates = new TestCertificates();
  private final ServingKeys keys = new ServingKeys(certificates.first());
  private final ApplicationContext context = start();
  private final Slow handlers = context.getBean(Slow.class);
  private final AdmissionServer server =
      new AdmissionServer(loopback(0), keys, Serve.endpoint(context));
  private final HttpClient client = client();

  private static ApplicationContext start() {
    KubernetesClient nowhere =
        new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder().withMasterUrl("https://127.0.0.1:1").build())
            .build();
    return ApplicationContext.builder(Map.of("jopf.enabled", "false", Slow.PROPERTY, "true"))
        .singletons(nowhere)
        .start();
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private HttpClient client() {
    return HttpClient.newBuilder().sslContext(certificates.trusting()).build();
  }

  @AfterEach
  void close() {
    server.close();
    context.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
  }

  private HttpResponse<String> post(HttpClient from, String path, String body) throws Exception {
    return from.send(to(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  @Test
  void a_review_is_answered() throws Exception {
    handlers.go.countDown();

    HttpResponse<String> response = post(client, PATH, REVIEW);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\","
                + "\"response\":{\"uid\":\"u1\",\"allowed\":true}}");
  }

  @Test
  void anything_else_is_refused_with_the_reason() throws Exception {
    HttpResponse<String> unknown = post(client, "/validate/configmaps/other", REVIEW);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEqualTo("no handler is called /validate/configmaps/other\n");

    HttpResponse<String> get = client.send(to(PATH).build(), BodyHandlers.ofString());
    assertThat(get.statusCode()).isEqualTo(405);

    HttpResponse<String> bad = post(client, PATH, "{");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).isEqualTo("the body is no JSON\n");

    HttpResponse<String> large = post(client, PATH, " ".repeat(Endpoint.LIMIT + 1));
    assertThat(large.statusCode()).isEqualTo(400);
    assertThat(large.body()).isEqualTo("more than 16777216 bytes are not read\n");
  }

  @Test
  void a_new_certificate_is_served_to_new_connections_without_a_restart() throws Exception {
    handlers.go.countDown();
    var before = post(client, PATH, REVIEW).sslSession().orElseThrow().getPeerCertificates()[0];
    assertThat(before).isEqualTo(certificates.first().chain().get(0));

    assertThat(keys.serve(certificates.first())).isFalse();
    assertThat(keys.serve(certificates.second())).isTrue();

    assertThat(post(client, PATH, REVIEW).statusCode()).isEqualTo(200);
    var after = post(client(), PATH, REVIEW).sslSession().orElseThrow().getPeerCertificates()[0];
    assertThat(after).isEqualTo(certificates.second().chain().get(0));
  }

  @Test
  void a_request_in_hand_is_answered_before_the_server_ends() throws Exception {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            to(PATH).POST(BodyPublishers.ofString(REVIEW)).build(), BodyHandlers.ofString());
    handlers.begun.await();
    Thread closing = new Thread(server::close);
    closing.start();

    handlers.go.countDown();

    assertThat(answer.get().statusCode()).isEqualTo(200);
    closing.join();
    assertThatExceptionOfType(java.io.IOException.class)
        .isThrownBy(() -> post(client(), PATH, REVIEW));
  }

  @Test
  void a_port_that_is_taken_is_told_with_what_to_do() {
    assertThatExceptionOfType(StartupException.class)
        .isThrownBy(
            () -> new AdmissionServer(loopback(server.port()), keys, Serve.endpoint(context)))
        .withMessage(
            "the port " + server.port() + " is taken: set jopf.admission.port to a free one");
  }
}
