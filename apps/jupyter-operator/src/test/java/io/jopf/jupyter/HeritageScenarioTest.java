package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(
    crds = "roles/operator/files/crd.yaml",
    properties = {
      "jupyter.ingress.domain=squonk.it",
      "jupyter.ingress.tls-secret=data-manager-api-tls"
    })
class HeritageScenarioTest {

  @Test
  void an_instance_of_the_original_operator_keeps_url_token_and_pod(
      Cluster cluster, TestOperator operator) {
    operator.stop();
    Notebook notebook = OriginalInstance.in(cluster);
    PodTemplateSpec template = deployment(cluster).getSpec().getTemplate();
    String pod = OriginalInstance.podUid(cluster);

    operator.start();
    cluster.await("it is taken over", () -> notebook.is("ResourcesReady", "True"));

    assertThat(notebook.url()).isEqualTo(OriginalInstance.URL);
    assertThat(notebook.token()).isEqualTo(OriginalInstance.TOKEN);
    assertThat(notebook.secretToken()).isEqualTo(OriginalInstance.TOKEN);
    assertThat(deployment(cluster).getSpec().getTemplate()).isEqualTo(template);
    assertThat(OriginalInstance.podUid(cluster)).isEqualTo(pod);
    assertThat(notebook.is("OriginalPod", "True")).isTrue();
    // what a restart of its container reads
    assertThat(config(cluster)).contains("\"token\": \"" + OriginalInstance.TOKEN + "\"");
    ObjectMeta metadata = notebook.get().getMetadata();
    assertThat(metadata.getFinalizers()).isEmpty();
    assertThat(metadata.getAnnotations()).isNullOrEmpty();
    Ingress ingress = cluster.client().network().v1().ingresses().withName("instance-1").require();
    assertThat(ingress.getMetadata().getAnnotations())
        .doesNotContainKey("kubernetes.io/ingress.class");
    assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");

    String version = notebook.get().getMetadata().getResourceVersion();
    String before = deployment(cluster).getMetadata().getResourceVersion();
    operator.restart();
    cluster.await("it has looked at everything", operator::isIdle);
    assertThat(notebook.get().getMetadata().getResourceVersion()).isEqualTo(version);
    assertThat(deployment(cluster).getMetadata().getResourceVersion()).isEqualTo(before);
  }

  @Test
  void its_pod_is_replaced_by_ours_when_an_administrator_asks(
      Cluster cluster, TestOperator operator) {
    operator.stop();
    Notebook notebook = OriginalInstance.in(cluster);
    String pod = OriginalInstance.podUid(cluster);
    operator.start();
    cluster.await("it is taken over", () -> notebook.is("OriginalPod", "True"));

    notebook.annotate("squonk.it/restart", "now");
    cluster.await(
        "another pod takes its place",
        () ->
            OriginalInstance.pods(cluster).stream()
                .noneMatch(left -> left.getMetadata().getUid().equals(pod)));
    cluster.await("it is not the original's", () -> !notebook.is("OriginalPod", "True"));

    Container container =
        deployment(cluster).getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(container.getVolumeMounts())
        .extracting(VolumeMount::getMountPath)
        .containsExactlyInAnyOrder(
            "/usr/local/bin/start.sh",
            "/etc/jupyter_notebook_config.json",
            "/etc/.bash_profile",
            "/home/jovyan");
    assertThat(container.getEnv()).extracting(EnvVar::getName).contains("JUPYTER_TOKEN");
    assertThat(deployment(cluster).getSpec().getTemplate().getSpec().getVolumes()).hasSize(4);
    assertThat(config(cluster)).doesNotContain(OriginalInstance.TOKEN);
    assertThat(notebook.token()).isEqualTo(OriginalInstance.TOKEN);
    assertThat(notebook.secretToken()).isEqualTo(OriginalInstance.TOKEN);
    assertThat(notebook.url()).isEqualTo(OriginalInstance.URL.replace("http:", "https:"));
  }

  @Test
  void a_token_that_was_asked_for_before_is_that_of_a_server_of_ours(
      Cluster cluster, TestOperator operator) {
    operator.stop();
    Notebook notebook = OriginalInstance.in(cluster);
    String pod = OriginalInstance.podUid(cluster);
    notebook.annotate("squonk.it/rotate-token", "now");

    operator.start();
    cluster.await(
        "another pod takes its place",
        () ->
            OriginalInstance.pods(cluster).stream()
                .noneMatch(left -> left.getMetadata().getUid().equals(pod)));
    cluster.await("its users are told", () -> !notebook.token().equals(OriginalInstance.TOKEN));

    assertThat(notebook.secretToken()).isEqualTo(notebook.token());
    assertThat(notebook.url()).isEqualTo("https://squonk.it/instance-1?token=" + notebook.token());
    assertThat(notebook.is("OriginalPod", "True")).isFalse();
    assertThat(
            deployment(cluster).getSpec().getTemplate().getSpec().getContainers().get(0).getEnv())
        .extracting(EnvVar::getName)
        .contains("JUPYTER_TOKEN");
    assertThat(notebook.events()).contains("TokenRotated").doesNotContain("Updated");
  }

  private static Deployment deployment(Cluster cluster) {
    return Objects.requireNonNull(cluster.get(Deployment.class, "instance-1"));
  }

  private static String config(Cluster cluster) {
    ConfigMap config = cluster.client().configMaps().withName("config-instance-1").require();
    return Objects.requireNonNull(config.getData().get("jupyter_notebook_config.json"));
  }
}
