package io.jopf.bench.jupyter;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A namespace with a volume for projects, so that Pods of notebooks run. */
final class Stage implements AutoCloseable {

  static final String CLAIM = "projects";
  static final String NODE = "node1";

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final String NO_FINALIZERS = "{\"metadata\": {\"finalizers\": null}}";
  private static final Map<String, Quantity> SIZE = Map.of("storage", new Quantity("1Gi"));

  private final KubernetesClient client;
  private final String namespace;

  Stage(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    client
        .resource(
            new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .withNewSpec()
                .withCapacity(SIZE)
                .withAccessModes("ReadWriteMany")
                .withNewClaimRef()
                .withNamespace(namespace)
                .withName(CLAIM)
                .endClaimRef()
                .withNewHostPath("/projects", "")
                .endSpec()
                .build())
        .create();
    client
        .resource(
            new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(CLAIM)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteMany")
                .withNewResources()
                .withRequests(SIZE)
                .endResources()
                .endSpec()
                .build())
        .create();
  }

  String namespace() {
    return namespace;
  }

  /** Makes the node one for notebooks. */
  static void label(KubernetesClient client) {
    client
        .nodes()
        .withName(NODE)
        .edit(
            node ->
                new NodeBuilder(node)
                    .editMetadata()
                    .addToLabels("informaticsmatters.com/purpose-application", "yes")
                    .endMetadata()
                    .build());
  }

  /** Takes everything away and waits for that, so that the next one does not pay for it. */
  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    // nobody takes the protection of volumes that are in use away before all Pods are gone
    client
        .persistentVolumeClaims()
        .inNamespace(namespace)
        .withName(CLAIM)
        .patch(MERGE, NO_FINALIZERS);
    client
        .namespaces()
        .withName(namespace)
        .waitUntilCondition(gone -> gone == null, 5, TimeUnit.MINUTES);
    client.persistentVolumes().withName(namespace).delete();
  }
}
