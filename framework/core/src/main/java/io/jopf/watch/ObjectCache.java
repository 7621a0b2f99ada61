package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All objects of one kind that a selector matches, in all watched namespaces. */
public final class ObjectCache {

  private final ResourceKind kind;
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<CacheListener> listeners = new CopyOnWriteArrayList<>();
  private final List<DeliveryListener> observers = new CopyOnWriteArrayList<>();
  private final OwnWrites ownWrites;

  ObjectCache(
      KubernetesClient client,
      Time time,
      ResourceKind kind,
      String labels,
      List<String> namespaces) {
    this.kind = kind;
    this.ownWrites = new OwnWrites(time, this::tell);
    List<String> scopes = namespaces.isEmpty() || !kind.namespaced() ? List.of("") : namespaces;
    for (String namespace : scopes) {
      watchers.add(new Watcher(client, time, kind, namespace, labels, this::delivered));
    }
  }

  /** What is kept here. */
  public ResourceKind kind() {
    return kind;
  }

  /** Adds somebody to tell of changes, but not of mere echoes of own writes; before the start. */
  public void listen(CacheListener listener) {
    listeners.add(listener);
  }

  /**
   * Adds somebody to tell of everything, with what happened, before the others; before the start.
   */
  public void observe(DeliveryListener observer) {
    observers.add(observer);
  }

  void start() {
    watchers.forEach(Watcher::start);
  }

  void stop() {
    watchers.forEach(Watcher::stop);
  }

  void awaitSynced() throws InterruptedException {
    for (Watcher watcher : watchers) {
      watcher.awaitSynced();
    }
  }

  /** Whether every watch is up at present. */
  public boolean isRunning() {
    return watchers.stream().allMatch(Watcher::isRunning);
  }

  /** The object as it was last seen or written; null if there is none. */
  public @Nullable GenericKubernetesResource get(ObjectKey key) {
    GenericKubernetesResource delivered = null;
    for (Watcher watcher : watchers) {
      GenericKubernetesResource found = watcher.get(key);
      delivered = found == null ? delivered : found;
    }
    return ownWrites.newest(key, delivered);
  }

  /** Every object. */
  public Stream<GenericKubernetesResource> list() {
    return newest(watchers.stream().flatMap(Watcher::list), ownWrites.all());
  }

  /** Every object that the one with this UID controls. */
  public Stream<GenericKubernetesResource> controlledBy(String uid) {
    return newest(
        watchers.stream().flatMap(watcher -> watcher.controlledBy(uid)),
        ownWrites.all().filter(object -> Owners.isControlledBy(object, uid)));
  }

  /** Takes in what the API server answered to a write of ours. */
  public void remember(GenericKubernetesResource written) {
    ownWrites.remember(written);
    // its event may have come before this answer
    get(ObjectKey.of(written));
  }

  private Stream<GenericKubernetesResource> newest(
      Stream<GenericKubernetesResource> delivered, Stream<GenericKubernetesResource> written) {
    Map<ObjectKey, GenericKubernetesResource> all = new LinkedHashMap<>();
    delivered.forEach(object -> all.put(ObjectKey.of(object), object));
    written.forEach(object -> all.putIfAbsent(ObjectKey.of(object), object));
    all.replaceAll(
        (key, object) -> {
          GenericKubernetesResource newest = ownWrites.newest(key, object);
          return newest == null ? object : newest;
        });
    return all.values().stream();
  }

  private void delivered(Delivery delivery) {
    observers.forEach(observer -> observer.delivered(delivery));
    GenericKubernetesResource latest = delivery.latest();
    boolean onlyEcho = ownWrites.isEcho(latest) && delivery.isNotEssential();
    ownWrites.arrived(latest);
    if (!onlyEcho) {
      tell(latest);
    }
  }

  private void tell(GenericKubernetesResource object) {
    listeners.forEach(listener -> listener.changed(object));
  }
}
