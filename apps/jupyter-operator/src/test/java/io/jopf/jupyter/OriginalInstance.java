package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.test.Cluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** {@code instance-1} as the original operator has made it. */
final class OriginalInstance {

  static final String NAME = "instance-1";
  static final String TOKEN = "aB3dE5fG7hI9jK1L";
  static final String URL = "http://squonk.it/instance-1?token=" + TOKEN;

  private OriginalInstance() {}

  /** Makes it; its Pod is there when this returns. */
  static Notebook in(Cluster cluster) {
    GenericKubernetesResource wanted =
        Serialization.unmarshal(text("notebook.yaml"), GenericKubernetesResource.class);
    Object status = wanted.getAdditionalProperties().get("status");
    GenericKubernetesResource made = cluster.client().resource(wanted).create();
    made.setAdditionalProperty("status", status);
    cluster.client().resource(made).updateStatus();
    List<HasMetadata> children =
        cluster
            .client()
            .load(new ByteArrayInputStream(text("children.yaml").getBytes(StandardCharsets.UTF_8)))
            .items();
    for (HasMetadata child : children) {
      child
          .getMetadata()
          .setOwnerReferences(
              List.of(
                  new OwnerReferenceBuilder()
                      .withApiVersion(made.getApiVersion())
                      .withKind(made.getKind())
                      .withName(NAME)
                      .withUid(made.getMetadata().getUid())
                      .withController(true)
                      .withBlockOwnerDeletion(true)
                      .build()));
      cluster.client().resource(child).create();
    }
    cluster.await("its pod is there", () -> pods(cluster).size() == 1);
    return new Notebook(cluster, NAME);
  }

  static List<Pod> pods(Cluster cluster) {
    return cluster
        .client()
        .pods()
        .withLabel("data-manager.informaticsmatters.com/instance", NAME)
        .list()
        .getItems();
  }

  /** The one Pod that a Data Manager finds. */
  static String podUid(Cluster cluster) {
    List<Pod> pods = pods(cluster);
    assertThat(pods).hasSize(1);
    return pods.get(0).getMetadata().getUid();
  }

  private static String text(String file) {
    String path = "/original/" + file;
    try (InputStream in =
        Objects.requireNonNull(OriginalInstance.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
