package io.jopf.bench.frameworks;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int WRITERS = 8;

  private final KubernetesClient client;
  private final String namespace;
  private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

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
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      all.add(writers.submit(() -> work.accept(number)));
    }
    for (Future<?> one : all) {
      await(one);
    }
  }

  private static void await(Future<?> one) {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Asks for the deletion of all. */
  void delete() {
    client.genericKubernetesResources(KIND).inNamespace(namespace).delete();
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
