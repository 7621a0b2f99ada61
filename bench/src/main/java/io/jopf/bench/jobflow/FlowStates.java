package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sees flows of one namespace come to their good end. */
final class FlowStates implements Watcher<GenericKubernetesResource>, AutoCloseable {

  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final CountDownLatch open;
  private final Consumer<String> appeared;
  private final Watch watch;

  /**
   * Of that many flows.
   *
   * @param appeared takes the name of each new one
   */
  FlowStates(
      KubernetesClient client,
      String group,
      String namespace,
      int count,
      Consumer<String> appeared) {
    this.open = new CountDownLatch(count);
    this.appeared = appeared;
    this.watch = client.genericKubernetesResources(kind(group)).inNamespace(namespace).watch(this);
  }

  static ResourceDefinitionContext kind(String group) {
    return kind(group, "JobFlow");
  }

  static ResourceDefinitionContext kind(String group, String kind) {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion("v1alpha1")
        .withKind(kind)
        .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
        .withNamespaced(true)
        .build();
  }

  @Override
  public void eventReceived(Action action, GenericKubernetesResource flow) {
    String name = flow.getMetadata().getName();
    if (action == Action.ADDED) {
      appeared.accept(name);
    }
    if ("Succeed".equals(flow.get("status", "state")) && ended.add(name)) {
      open.countDown();
    }
  }

  void await(int seconds) {
    try {
      if (!open.await(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException(open.getCount() + " flows left after " + seconds + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    // await() says so
  }

  @Override
  public void close() {
    watch.close();
  }

  /** The size of the status of the flow "f". */
  static double statusKb(KubernetesClient client, String namespace) {
    GenericKubernetesResource flow =
        client
            .genericKubernetesResources(kind(Manifests.GROUP))
            .inNamespace(namespace)
            .withName("f")
            .get();
    Object status = flow.getAdditionalProperties().get("status");
    return Serialization.asJson(status).getBytes(StandardCharsets.UTF_8).length / 1024.0;
  }
}
