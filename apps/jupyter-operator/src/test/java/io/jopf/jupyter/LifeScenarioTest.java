package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.simulated.SimulatedCluster;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On virtual time: what takes hours here takes minutes there. */
@JopfTest(
    crds = "roles/operator/files/crd.yaml",
    properties = {
      "jupyter.ingress.domain=example.com",
      "jupyter.pod.node-selector.key=",
      "test.servers=yes"
    })
class LifeScenarioTest {

  private static final String PROJECT = "imDataManager: {project: {claimName: projects, id: p1}, ";

  @BeforeEach
  void claim(SimulatedCluster cluster) {
    cluster.apply(Samples.root().resolve("examples/jupyter/project-claim.yaml"));
  }

  @Test
  void an_idle_server_is_stopped_and_begins_anew_when_that_is_asked_for(
      SimulatedCluster cluster,
      ServersOfTest servers,
      ApplicationContext context,
      TestOperator operator) {
    Notebook notebook = Notebook.of(cluster, "nb", PROJECT + "cull: {timeout: 3m}}");
    notebook.awaitMade();
    String url = notebook.url();

    cluster.await("it is culled", () -> notebook.isFor("Stopped", "Culled"));
    assertThat(notebook.isFor("Available", "Stopped")).isTrue();
    assertThat(notebook.get().getStatus().phase()).isEqualTo("COMPLETED");
    assertThat(replicas(cluster)).isZero();
    assertThat(notebook.url()).isEqualTo(url);
    assertThat(notebook.secretToken()).isEqualTo(notebook.token());
    assertThat(servers.asked).contains("nb " + notebook.token());
    cluster.await("its users are told", () -> notebook.events().contains("Culled"));
    assertThat(
            context
                .getBean(MeterRegistry.class)
                .get("jupyter.notebooks.culled")
                .tag("reason", "Culled")
                .counter()
                .count())
        .isEqualTo(1);

    operator.restart();
    cluster.await("the operator has looked at it", operator::isIdle);
    assertThat(replicas(cluster)).isZero();

    notebook.annotate("squonk.it/restart", "please");
    cluster.await("it runs again", () -> notebook.is("Available", "True"));
    assertThat(notebook.isFor("Stopped", "Started")).isTrue();
    assertThat(notebook.get().getStatus().restart()).isEqualTo("please");
    assertThat(notebook.url()).isEqualTo(url);
    assertThat(notebook.events()).doesNotContain("Repaired");
  }

  @Test
  void a_busy_server_and_one_that_cannot_be_asked_go_on_until_their_age_is_reached(
      SimulatedCluster cluster, ServersOfTest servers) {
    servers.kernel = Optional.of("busy");
    Notebook busy = Notebook.of(cluster, "nb", PROJECT + "cull: {timeout: 2m, maxAge: 8m}}");
    cluster.await("it was asked often", () -> servers.asked.size() > 4);
    assertThat(busy.is("Available", "True")).isTrue();
    servers.kernel = Optional.empty();
    int before = servers.asked.size();
    cluster.await("it was asked in vain", () -> servers.asked.size() > before + 1);
    assertThat(busy.is("Available", "True")).isTrue();

    cluster.await("it is too old", () -> busy.isFor("Stopped", "MaxAgeReached"));
    assertThat(replicas(cluster)).isZero();

    Notebook.of(cluster, "nb", PROJECT + "cull: {maxAge: 9m}}");
    cluster.await("a change of its spec has it run again", () -> busy.is("Available", "True"));
  }

  @Test
  void a_notebook_is_deleted_when_its_time_to_live_is_over(SimulatedCluster cluster) {
    Notebook notebook = Notebook.of(cluster, "nb", PROJECT + "timeToLive: 2m}");
    notebook.awaitMade();

    cluster.awaitGone(JupyterNotebook.class, "nb");
    cluster.awaitGone(Deployment.class, "nb");
  }

  @Test
  void a_new_token_comes_when_it_is_asked_for_and_once(SimulatedCluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    cluster.await("it runs", () -> notebook.is("Available", "True"));
    String before = notebook.token();
    String pod = podUid(cluster);

    notebook.annotate("squonk.it/rotate-token", "2026-11");
    cluster.await("there is another one", () -> !notebook.token().equals(before));
    String fresh = notebook.token();
    assertThat(notebook.secretToken()).isEqualTo(fresh);
    assertThat(notebook.url()).isEqualTo("http://example.com/nb?token=" + fresh);
    cluster.await("another server has it", () -> !podUid(cluster).equals(pod));

    cluster.client().secrets().withName("token-nb").delete();
    cluster.await(
        "the Secret is back", () -> cluster.client().secrets().withName("token-nb").get() != null);
    assertThat(notebook.secretToken()).isEqualTo(fresh);

    notebook.annotate("squonk.it/rotate-token", "2026-12");
    cluster.await("there is a third one", () -> !notebook.token().equals(fresh));
    assertThat(notebook.token()).isNotEqualTo(before);
  }

  private static int replicas(SimulatedCluster cluster) {
    Deployment deployment = Objects.requireNonNull(cluster.get(Deployment.class, "nb"));
    return deployment.getSpec().getReplicas();
  }

  private static String podUid(SimulatedCluster cluster) {
    return cluster.client().pods().withLabel("deployment", "nb").list().getItems().stream()
        .map(pod -> pod.getMetadata().getUid())
        .findFirst()
        .orElse("");
  }
}
