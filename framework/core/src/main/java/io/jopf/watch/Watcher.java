package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One informer, started again whenever it ends before it is told to. */
final class Watcher implements ResourceEventHandler<GenericKubernetesResource> {

  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
  private static final String CONTROLLER = "controller";
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration RENEWAL = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final Time time;
  private final ResourceKind kind;
  private final String namespace;
  private final String labels;
  private final Consumer<Delivery> deliver;
  private volatile @Nullable SharedIndexInformer<GenericKubernetesResource> informer;
  private final CountDownLatch synced = new CountDownLatch(1);
  private volatile boolean stopped;
  private @Nullable Instant downSince;

  Watcher(
      KubernetesClient client,
      Time time,
      ResourceKind kind,
      String namespace,
      String labels,
      Consumer<Delivery> deliver) {
    this.client = client;
    this.time = time;
    this.kind = kind;
    this.namespace = namespace;
    this.labels = labels;
    this.deliver = deliver;
  }

  void start() {
    if (stopped) {
      return;
    }
    var fresh = scope().runnableInformer(0);
    fresh
        .itemStore(new SlimStore())
        .addIndexers(Map.of(CONTROLLER, Watcher::controllerUid))
        // the default gives up on anything but a 410; nothing here is a reason to stop watching
        .exceptionHandler(
            (started, failure) -> {
              LOG.warn("watch of {}: {}; trying again", this, failure.getMessage());
              return true;
            })
        .addEventHandler(this);
    informer = fresh;
    fresh.stopped().whenComplete((nothing, failure) -> restart(failure));
    fresh
        .start()
        .whenComplete(
            (nothing, failure) -> {
              if (failure == null) {
                synced.countDown();
              } else if (!stopped) {
                LOG.warn("watch of {} did not start: {}", this, failure.getMessage());
              }
            });
  }

  private void restart(@Nullable Throwable failure) {
    if (!stopped) {
      LOG.warn("watch of {} ended, starting it again: {}", this, String.valueOf(failure));
      time.schedule(PAUSE, this::start);
    }
  }

  void stop() {
    stopped = true;
    var running = informer;
    if (running != null) {
      running.stop();
    }
  }

  void awaitSynced() throws InterruptedException {
    synced.await();
  }

  /** A watch is renewed every few minutes: only one that stays away counts as down. */
  synchronized boolean isRunning() {
    var running = informer;
    if (running != null && running.isRunning() && running.isWatching()) {
      downSince = null;
      return true;
    }
    if (downSince == null) {
      downSince = time.now();
    }
    boolean renewing = Duration.between(downSince, time.now()).compareTo(RENEWAL) < 0;
    return running != null && running.isRunning() && renewing;
  }

  @Nullable GenericKubernetesResource get(ObjectKey key) {
    var running = informer;
    return running == null ? null : running.getStore().getByKey(key.toString());
  }

  Stream<GenericKubernetesResource> list() {
    var running = informer;
    return running == null ? Stream.of() : running.getStore().list().stream();
  }

  Stream<GenericKubernetesResource> controlledBy(String uid) {
    var running = informer;
    return running == null ? Stream.of() : running.getIndexer().byIndex(CONTROLLER, uid).stream();
  }

  @Override
  public void onAdd(GenericKubernetesResource object) {
    deliver.accept(new Delivery(null, object, synced.getCount() > 0));
  }

  @Override
  public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
    if (before.getMetadata().getUid().equals(now.getMetadata().getUid())) {
      deliver.accept(new Delivery(before, now));
    } else {
      deliver.accept(new Delivery(before, null));
      deliver.accept(new Delivery(null, now));
    }
  }

  @Override
  public void onDelete(GenericKubernetesResource object, boolean finalStateUnknown) {
    deliver.accept(new Delivery(object, null));
  }

  private FilterWatchListDeletable<GenericKubernetesResource, ?, ?> scope() {
    var all = kind.in(client);
    var some = namespace.isEmpty() ? all.inAnyNamespace() : all.inNamespace(namespace);
    return labels.isEmpty() ? some : some.withLabelSelector(labels);
  }

  private static List<String> controllerUid(GenericKubernetesResource object) {
    return Owners.controllerOf(object).map(owner -> List.of(owner.getUid())).orElse(List.of());
  }

  @Override
  public String toString() {
    return kind.resourceName()
        + (namespace.isEmpty() ? "" : " in " + namespace)
        + (labels.isEmpty() ? "" : " with " + labels);
  }
}
