package io.jopf.bench.frameworks;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jopf.bench.run.Writers;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the harness does to the objects of one namespace. */
final class Echoes implements AutoCloseable {

  static final ResourceDefinitionContext KIND =
      new ResourceDefinitionContext.Builder()
          .withGroup("bench.jopf.io")
          .withVersion("v1")
          .withKind("Echo")
          .withPlural("echoes")
          .withNamespaced(true)
          .build();

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;
  private final String namespace;
  private final Writers writers = new Writers();

  Echoes(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  static @Nullable String observed(GenericKubernetesResource echo) {
    return echo.get("status", "observed");
  }

  void create(String name, String value) {
    client
        .resource(
            new GenericKubernetesResourceBuilder()
                .withApiVersion("bench.jopf.io/v1")
                .withKind("Echo")
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("value", value))
                .build())
        .create();
  }

  void edit(String name, String value) {
    client
        .genericKubernetesResources(KIND)
        .inNamespace(namespace)
        .withName(name)
        .patch(MERGE, "{\"spec\":{\"value\":\"" + value + "\"}}");
  }

  /** Somebody changes the ConfigMap behind the operator's back. */
  void spoil(String name) {
    client
        .configMaps()
        .inNamespace(namespace)
        .withName(name)
        .patch(MERGE, "{\"data\":{\"value\":\"spoilt\"}}");
  }

  /** Runs something for 0 to count - 1, several at a time. */
  void each(int count, IntConsumer work) {
    writers.each(count, work);
  }

  /** Asks for the deletion of all. */
  void delete() {
    client.genericKubernetesResources(KIND).inNamespace(namespace).delete();
  }

  @Override
  public void close() {
    writers.close();
  }
}
