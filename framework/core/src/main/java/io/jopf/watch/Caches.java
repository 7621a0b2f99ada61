package io.jopf.watch;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.client.ResourceKind;
import io.jopf.time.Time;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The caches of one operator: one per kind and selector, however many ask for it. */
public final class Caches {

  private record Id(ResourceKind kind, String labels) {}

  private final KubernetesClient client;
  private final Time time;
  private final List<String> namespaces;
  private final Map<Id, ObjectCache> caches = new LinkedHashMap<>();

  /**
   * No caches yet.
   *
   * @param namespaces where to look; empty: everywhere
   */
  public Caches(KubernetesClient client, Time time, List<String> namespaces) {
    this.client = client;
    this.time = time;
    this.namespaces = namespaces;
  }

  /** The cache of a kind; before the start. */
  public ObjectCache of(ResourceKind kind, String labels) {
    return caches.computeIfAbsent(
        new Id(kind, labels), id -> new ObjectCache(client, time, kind, labels, namespaces));
  }

  /** Starts all watches; does not wait for them. */
  public void start() {
    caches.values().forEach(ObjectCache::start);
  }

  /** Waits until every first list has come. */
  public void awaitSynced() throws InterruptedException {
    for (ObjectCache cache : caches.values()) {
      cache.awaitSynced();
    }
  }

  /** Ends all watches. */
  public void stop() {
    caches.values().forEach(ObjectCache::stop);
  }

  /** The kinds whose watch is down at present. */
  public List<String> down() {
    return caches.values().stream()
        .filter(cache -> !cache.isRunning())
        .map(cache -> cache.kind().resourceName())
        .toList();
  }
}
