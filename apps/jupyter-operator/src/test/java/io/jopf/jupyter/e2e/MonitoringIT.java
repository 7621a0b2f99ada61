package io.jopf.jupyter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.monitoring.Monitoring;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Scenario
@Tag("control-plane-only")
class MonitoringIT {

  @RegisterExtension private final OperatorJar jar = OperatorJar.ofThisModule();

  @Test
  void it_is_alive_and_ready_tells_what_is_asked_for_and_ends_when_asked(Cluster cluster)
      throws IOException {
    RunningNotebook notebook = RunningNotebook.on(cluster);
    OperatorProcess operator =
        jar.start(
                cluster,
                Map.of(
                    "INGRESS_DOMAIN", "example.com",
                    "JO_POD_NODE_SELECTOR_KEY", "",
                    "POD_NAME", "one",
                    "POD_NAMESPACE", cluster.namespace(),
                    "JOPF_LEADER_ELECTION_ENABLED", "true"))
            .awaitReady();
    notebook.applyVolume("node1", Path.of("/projects"));
    notebook.apply("jupyter/minimal-notebook:1");
    notebook.awaitAvailable();

    assertThat(operator.get("/health/liveness").statusCode()).isEqualTo(200);
    assertThat(operator.get("/health/readiness").body())
        .contains("\"UP\"", "\"leadership\":\"leader\"");
    cluster.await(
        "it is counted",
        () ->
            operator
                .get("/prometheus")
                .body()
                .lines()
                .anyMatch(MonitoringIT::countsTheOneThatRuns));
    String scraped = operator.get("/prometheus").body();
    Monitoring.assertAnswered(scraped);
    assertThat(scraped)
        .containsPattern("jopf_api_calls_total\\{.*code=\"201\",verb=\"create\"\\} [1-9]")
        .doesNotContain(cluster.namespace());
    notebook.delete();
    cluster.await("nothing is left", () -> notebook.objects().findAny().isEmpty());
    assertThat(operator.stop()).isZero();
    assertThat(operator.errors()).isEmpty();
  }

  private static boolean countsTheOneThatRuns(String line) {
    return line.matches("jupyter_notebooks\\{.*phase=\"RUNNING\"\\} 1(\\.0)?");
  }
}
