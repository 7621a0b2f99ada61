package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.client.CallListener;
import io.jopf.jupyter.monitoring.Monitoring;
import io.jopf.test.JopfTest;
import io.jopf.test.simulated.SimulatedCluster;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever watches over the operator reads from it. */
@JopfTest(
    crds = "roles/operator/files/crd.yaml",
    properties = {
      "jupyter.ingress.domain=example.com",
      "jupyter.pod.node-selector.key=",
      "jopf.leader-election.enabled=true",
      "micronaut.server.host=127.0.0.1",
      "micronaut.server.port=-1",
      "test.servers=yes"
    })
class MetricsScenarioTest {

  private static final String STOPPED =
      "imDataManager: {project: {claimName: projects, id: p1}, stopped: true}";

  private final HttpClient http = HttpClient.newHttpClient();
  private URI endpoint = URI.create("http://127.0.0.1/");

  @BeforeEach
  void serve(SimulatedCluster cluster, ApplicationContext context) {
    cluster.apply(Samples.root().resolve("examples/jupyter/project-claim.yaml"));
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    endpoint = server.getURI().resolve("/prometheus");
  }

  @Test
  void notebooks_are_counted_by_phase(SimulatedCluster cluster) {
    Notebook one = Notebook.minimal(cluster, "one");
    Notebook.minimal(cluster, "two");
    Notebook.of(cluster, "resting", STOPPED);
    Notebook.of(cluster, "refused", "imDataManager: {image: 'jupyter/x'}");

    cluster.await("two are running", () -> count("RUNNING") == 2);
    cluster.await("one rests", () -> count("COMPLETED") == 1);
    cluster.await("one cannot be made", () -> count("FAILED") == 1);
    assertThat(count("PENDING")).isZero();
    assertThat(count("CRASH_LOOP_BACKOFF")).isZero();
    assertThat(count("IMAGE_PULL_BACKOFF")).isZero();

    cluster.client().resource(one.get()).delete();
    cluster.await("one is left", () -> count("RUNNING") == 1);
  }

  @Test
  void what_dashboard_and_alerts_ask_for_is_there(
      SimulatedCluster cluster, ApplicationContext context) throws IOException {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    cluster.await("it is available", () -> notebook.is("Available", "True"));
    // the client of a test is not the application's
    context
        .getBeansOfType(CallListener.class)
        .forEach(calls -> calls.called("get", HttpURLConnection.HTTP_OK));

    String scraped = scrape();
    Monitoring.assertAnswered(scraped);
    assertThat(scraped)
        .containsPattern("jopf_handler_duration_seconds_count\\{.*jupyternotebooks.*\\} [1-9]")
        .containsPattern("jopf_leader\\{.*\\} 1")
        // series are bounded: no name of an object is a label
        .doesNotContain(cluster.namespace())
        .doesNotContain("\"nb\"");
  }

  private double count(String phase) {
    String line = "jupyter_notebooks{application=\"jupyter-operator\",phase=\"" + phase + "\"} ";
    return scrape()
        .lines()
        .filter(one -> one.startsWith(line))
        .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
        .findFirst()
        .orElse(-1);
  }

  private String scrape() {
    HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(30)).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
