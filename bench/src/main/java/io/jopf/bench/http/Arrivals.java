package io.jopf.bench.http;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Remembers when a watch or an informer first told of each object. */
final class Arrivals implements Watcher<ConfigMap>, ResourceEventHandler<ConfigMap> {

  private static final int PATIENCE_SECONDS = 60;

  private final Map<String, CompletableFuture<Long>> arrivals = new ConcurrentHashMap<>();

  @Override
  public void eventReceived(Action action, ConfigMap map) {
    if (action == Action.ADDED) {
      onAdd(map);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    arrivals.values().forEach(arrival -> arrival.completeExceptionally(cause));
  }

  @Override
  public void onAdd(ConfigMap map) {
    long now = System.nanoTime();
    arrival(map.getMetadata().getName()).complete(now);
  }

  @Override
  public void onUpdate(ConfigMap before, ConfigMap after) {
    // only the first sight counts
  }

  @Override
  public void onDelete(ConfigMap map, boolean unknown) {
    // only the first sight counts
  }

  /** The time of System.nanoTime at which the object was seen; waits a minute for it. */
  long await(String name) {
    return arrival(name).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Completed with the time of System.nanoTime at which the object is seen. */
  CompletableFuture<Long> arrival(String name) {
    return arrivals.computeIfAbsent(name, n -> new CompletableFuture<>());
  }
}
