package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.simulated.SimulatedCluster;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@JopfTest(
    crds = "roles/operator/files/crd.yaml",
    properties = {"jupyter.ingress.domain=example.com", "jupyter.pod.node-selector.key="})
class NotebookScenarioTest {

  @Test
  void a_project_is_enough_for_a_notebook_with_a_url(Cluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();

    assertThat(notebook.url()).isEqualTo("http://example.com/nb?token=" + notebook.token());
    assertThat(OwnObjects.in(cluster))
        .extracting(child -> child.getKind() + " " + child.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "ConfigMap config-nb",
            "ConfigMap bp-nb",
            "ConfigMap startup-nb",
            "Secret token-nb",
            "Service nb",
            "Ingress nb",
            "Deployment nb");
    String uid = notebook.get().getMetadata().getUid();
    assertThat(OwnObjects.in(cluster))
        .allSatisfy(
            child ->
                assertThat(child.getMetadata().getOwnerReferences())
                    .singleElement()
                    .returns(uid, OwnerReference::getUid)
                    .returns(true, OwnerReference::getController)
                    .returns(true, OwnerReference::getBlockOwnerDeletion));
    assertThat(notebook.get().getMetadata().getFinalizers()).isEmpty();
  }

  @Test
  void a_notebook_becomes_available_when_its_pod_runs(SimulatedCluster cluster) {
    cluster.apply(Samples.root().resolve("examples/jupyter/project-claim.yaml"));
    Notebook notebook = Notebook.minimal(cluster, "nb");

    cluster.await("it is available", () -> notebook.is("Available", "True"));
  }

  @Test
  void a_stopped_notebook_has_no_pod_and_starts_again_with_its_token(Cluster cluster) {
    String project = "imDataManager: {project: {claimName: projects, id: p1}";
    Notebook notebook = Notebook.of(cluster, "nb", project + "}");
    notebook.awaitMade();
    String token = notebook.token();

    Notebook.of(cluster, "nb", project + ", stopped: true}");
    cluster.await("it is stopped", () -> notebook.isFor("Available", "Stopped"));
    assertThat(replicas(cluster)).isZero();
    assertThat(notebook.token()).isEqualTo(token);

    Notebook.of(cluster, "nb", project + "}");
    cluster.await("it has a pod again", () -> replicas(cluster) == 1);
    assertThat(notebook.token()).isEqualTo(token);
    assertThat(notebook.secretToken()).isEqualTo(token);
  }

  private static int replicas(Cluster cluster) {
    Deployment deployment = Objects.requireNonNull(cluster.get(Deployment.class, "nb"));
    return deployment.getSpec().getReplicas();
  }

  @Test
  void without_a_project_there_is_a_reason_and_nothing_else(Cluster cluster) {
    Notebook notebook = Notebook.of(cluster, "nb", "imDataManager: {image: jupyter/x}");

    cluster.await("it is rejected", () -> notebook.is("Accepted", "False"));

    assertThat(notebook.condition("Accepted").getReason()).isEqualTo("ProjectMissing");
    assertThat(OwnObjects.in(cluster)).isEmpty();
    cluster.await("its users are told", () -> notebook.warnings().contains("ProjectMissing"));
  }

  @Test
  void a_deleted_notebook_leaves_nothing_even_without_the_operator(
      Cluster cluster, TestOperator operator) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    operator.stop();

    cluster.client().resource(notebook.get()).delete();

    cluster.await("all children are gone", () -> OwnObjects.in(cluster).isEmpty());
  }

  @Test
  void whatever_child_is_deleted_comes_back_with_the_same_token(Cluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    String url = notebook.url();
    List<HasMetadata> before = OwnObjects.in(cluster);

    before.forEach(child -> cluster.client().resource(child).delete());

    cluster.await(
        "there are as many new ones",
        () -> {
          List<String> now =
              OwnObjects.in(cluster).stream().map(c -> c.getMetadata().getUid()).toList();
          return now.size() == before.size()
              && before.stream().noneMatch(old -> now.contains(old.getMetadata().getUid()));
        });
    assertThat(notebook.url()).isEqualTo(url);
    assertThat(notebook.secretToken()).isEqualTo(notebook.token());
  }

  @Test
  void what_others_add_to_a_child_stays_and_what_they_change_is_put_right(Cluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();

    edit(
        cluster,
        service ->
            service
                .editMetadata()
                .addToAnnotations("of", "others")
                .endMetadata()
                .editSpec()
                .addToSelector("deployment", "other")
                .endSpec());

    cluster.await(
        "the selector is put right",
        () -> "nb".equals(service(cluster).getSpec().getSelector().get("deployment")));
    assertThat(service(cluster).getMetadata().getAnnotations()).containsEntry("of", "others");
    cluster.await("its users are told", () -> notebook.events().contains("Repaired"));
  }

  @Test
  void a_port_that_others_have_changed_is_put_right(Cluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    String url = notebook.url();
    int port = service(cluster).getSpec().getPorts().get(0).getPort();

    edit(
        cluster,
        service -> service.editSpec().editFirstPort().withPort(port + 1).endPort().endSpec());

    cluster.await(
        "the port is put right",
        () ->
            service(cluster).getSpec().getPorts().stream().anyMatch(one -> one.getPort() == port));
    assertThat(notebook.url()).isEqualTo(url);
  }

  @Test
  void a_restarted_operator_writes_nothing_when_nothing_has_changed(
      Cluster cluster, TestOperator operator) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    cluster.await("the operator is idle", operator::isIdle);
    String before = versions(cluster);

    operator.restart();
    cluster.await("it has looked at everything", operator::isIdle);

    assertThat(versions(cluster)).isEqualTo(before);
  }

  @Test
  void notebooks_have_tokens_of_their_own(Cluster cluster) {
    Notebook one = Notebook.minimal(cluster, "one");
    Notebook two = Notebook.minimal(cluster, "two");
    one.awaitMade();
    two.awaitMade();

    assertThat(one.token()).isNotEqualTo(two.token());
    assertThat(one.secretToken()).isEqualTo(one.token());
  }

  @Test
  void an_operator_that_died_after_the_secret_goes_on_with_its_token(
      Cluster cluster, TestOperator operator) {
    operator.stop();
    Notebook notebook = Notebook.minimal(cluster, "nb");
    cluster.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: token-nb
          labels: {app.kubernetes.io/managed-by: jupyter-operator}
          ownerReferences:
          - {apiVersion: squonk.it/v2, kind: JupyterNotebook, name: nb, uid: %s, controller: true}
        data: {token: a2VwdA==}
        """
            .formatted(notebook.get().getMetadata().getUid()));

    operator.start();

    notebook.awaitMade();
    assertThat(notebook.token()).isEqualTo("kept");
    assertThat(notebook.secretToken()).isEqualTo("kept");
  }

  @Test
  void a_changed_image_reaches_the_deployment_and_the_token_stays(Cluster cluster) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    String url = notebook.url();

    Notebook.of(
        cluster,
        "nb",
        "imDataManager: {image: 'jupyter/r:1', project: {claimName: projects, id: p1}}");

    cluster.await("the Deployment has it", () -> "jupyter/r:1".equals(image(cluster)));
    assertThat(notebook.url()).isEqualTo(url);
  }

  @Test
  void an_object_of_somebody_else_is_left_alone_and_waited_out(Cluster cluster) {
    HasMetadata foreign =
        cluster
            .apply(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: nb}
                spec: {ports: [{port: 1}]}
                """)
            .get(0);
    Notebook notebook = Notebook.minimal(cluster, "nb");
    cluster.await("there is a conflict", () -> notebook.is("ResourcesReady", "False"));

    assertThat(notebook.condition("ResourcesReady").getReason()).isEqualTo("Conflict");
    assertThat(notebook.hasUrl()).isFalse();
    assertThat(service(cluster).getMetadata().getResourceVersion())
        .isEqualTo(foreign.getMetadata().getResourceVersion());
    assertThat(cluster.list(Deployment.class)).isEmpty();

    cluster.client().resource(foreign).delete();

    notebook.awaitMade();
  }

  @Test
  void a_notebook_of_which_an_object_cannot_be_made_keeps_no_url(Cluster cluster) {
    HasMetadata foreign =
        cluster
            .apply(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: startup-nb}
                """)
            .get(0);
    Notebook notebook = Notebook.minimal(cluster, "nb");
    cluster.await("there is a conflict", () -> notebook.is("ResourcesReady", "False"));

    assertThat(notebook.condition("ResourcesReady").getMessage()).contains("startup-nb");
    assertThat(service(cluster)).isNotNull();
    assertThat(notebook.hasUrl()).isFalse();
    assertThat(cluster.list(Deployment.class)).isEmpty();

    cluster.client().resource(foreign).delete();

    notebook.awaitMade();
    assertThat(notebook.secretToken()).isEqualTo(notebook.token());
  }

  private static void edit(Cluster cluster, UnaryOperator<ServiceBuilder> change) {
    cluster
        .client()
        .services()
        .withName("nb")
        .edit(service -> change.apply(new ServiceBuilder(service)).build());
  }

  private static Service service(Cluster cluster) {
    return cluster.client().services().withName("nb").require();
  }

  private static String image(Cluster cluster) {
    return cluster
        .client()
        .apps()
        .deployments()
        .withName("nb")
        .require()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getImage();
  }

  private static String versions(Cluster cluster) {
    return Stream.concat(
            OwnObjects.in(cluster).stream(), cluster.list(JupyterNotebook.class).stream())
        .map(
            object ->
                object.getMetadata().getName() + " " + object.getMetadata().getResourceVersion())
        .collect(Collectors.joining("\n"));
  }
}
