package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.objects.DesiredObjects;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.status.StatusReport;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@JopfTest(
    crds = "roles/operator/files/crd.yaml",
    properties = {"jupyter.ingress.domain=example.com", "jupyter.pod.node-selector.key="})
class RecoveryScenarioTest {

  private static final int OBJECTS = 7;

  /** Service and Ingress, after which the URL is told. */
  private static final int WAY = 2;

  @Test
  void after_whatever_object_it_was_killed_it_makes_the_rest_and_keeps_the_token(
      Cluster cluster, TestOperator operator) {
    operator.stop();
    List<Notebook> notebooks =
        IntStream.rangeClosed(0, OBJECTS)
            .mapToObj(made -> Notebook.minimal(cluster, "nb" + made))
            .toList();
    for (int made = 0; made <= OBJECTS; made++) {
      make(cluster, notebooks.get(made), made);
    }

    operator.start();

    for (int made = 0; made <= OBJECTS; made++) {
      Notebook notebook = notebooks.get(made);
      notebook.awaitMade();
      assertThat(notebook.secretToken()).isEqualTo(notebook.token());
      assertThat(OwnObjects.of(cluster, notebook)).hasSize(OBJECTS);
      if (made >= WAY) {
        assertThat(notebook.token()).isEqualTo("token" + made);
      }
    }
  }

  /** The first objects of a notebook, in the order in which the operator makes them. */
  private static void make(Cluster cluster, Notebook notebook, int count) {
    NotebookPlan plan =
        NotebookPlanner.plan(notebook.get(), Samples.settings()).plan().orElseThrow();
    List<HasMetadata> objects = DesiredObjects.of(plan, new Token("token" + count));
    OwnerReference owner =
        new OwnerReferenceBuilder()
            .withApiVersion("squonk.it/v2")
            .withKind("JupyterNotebook")
            .withName(notebook.name())
            .withUid(notebook.get().getMetadata().getUid())
            .withController(true)
            .withBlockOwnerDeletion(true)
            .build();
    for (HasMetadata object : objects.subList(0, count)) {
      object.getMetadata().setOwnerReferences(List.of(owner));
      cluster.client().resource(object).create();
    }
    if (count >= WAY) {
      JupyterNotebook offered = notebook.get();
      offered.setStatus(
          new StatusReport(offered, Instant.now()).offered(plan, new Token("token" + count)));
      cluster.client().resource(offered).updateStatus();
    }
  }

  @Test
  void a_notebook_that_is_made_again_at_once_gets_everything_anew(Cluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    String token = notebook.token();

    cluster.client().resource(notebook.get()).delete();
    Notebook again = Notebook.minimal(cluster, "nb");
    String uid = again.get().getMetadata().getUid();

    cluster.await(
        "it has all its objects",
        () -> again.hasUrl() && OwnObjects.of(cluster, again).size() == OBJECTS);
    assertThat(OwnObjects.in(cluster))
        .hasSize(OBJECTS)
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getOwnerReferences())
                    .singleElement()
                    .returns(uid, OwnerReference::getUid));
    assertThat(again.token()).isNotEqualTo(token).isEqualTo(again.secretToken());
  }

  @Test
  void the_token_is_in_no_log_line_no_event_and_no_config_map(Cluster cluster) {
    Logger everything = (Logger) LoggerFactory.getLogger("io.jopf");
    Level level = everything.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    everything.addAppender(lines);
    everything.setLevel(Level.DEBUG);
    try {
      Notebook notebook = Notebook.of(cluster, "nb", "imDataManager: {project: {id: p1}}");
      cluster.await("it is rejected", () -> notebook.is("Accepted", "False"));
      Notebook.minimal(cluster, "nb").awaitMade();
      cluster.await("its users are told", () -> notebook.warnings().contains("ProjectMissing"));

      String token = notebook.token();
      assertThat(List.copyOf(lines.list))
          .isNotEmpty()
          .noneMatch(line -> line.getFormattedMessage().contains(token));
      assertThat(cluster.list(Event.class))
          .isNotEmpty()
          .noneMatch(event -> Serialization.asYaml(event).contains(token));
      assertThat(cluster.list(ConfigMap.class))
          .isNotEmpty()
          .noneMatch(map -> Serialization.asYaml(map).contains(token));
    } finally {
      everything.setLevel(level);
      everything.detachAppender(lines);
    }
  }

  @Test
  void notebooks_that_cannot_be_made_hold_up_no_other(Cluster cluster) {
    cluster.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: taken}
        spec: {ports: [{port: 1}]}
        """);
    Notebook rejected = Notebook.of(cluster, "rejected", "imDataManager: {}");
    Notebook blocked = Notebook.minimal(cluster, "taken");
    Notebook good = Notebook.minimal(cluster, "good");

    good.awaitMade();
    cluster.await("one is rejected", () -> rejected.is("Accepted", "False"));
    cluster.await("one is blocked", () -> blocked.isFor("ResourcesReady", "Conflict"));
  }
}
