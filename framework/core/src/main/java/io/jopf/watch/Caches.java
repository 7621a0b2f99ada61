package io.jopf.watch;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.StartupException;
import io.jopf.client.ResourceKind;
import io.jopf.time.Time;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The caches of one operator: one per kind and selector, however many ask for it. */
public final class Caches {

  private record Id(ResourceKind kind, String labels, String fields) {}

  private static final Logger LOG = LoggerFactory.getLogger(Caches.class);
  private static final ResourceKind NAMESPACE = ResourceKind.of(Namespace.class);

  private final KubernetesClient client;
  private final WatchSettings settings;
  private final ExecutorService requests = Requests.executor();
  private final StreamRuntime runtime;
  private final Map<Id, ObjectCache> caches = new LinkedHashMap<>();

  /**
   * No caches yet.
   *
   * @param time the network's: what is measured by it is how the server behaves
   */
  public Caches(KubernetesClient client, Time time, WatchSettings settings) {
    this.client = ServerSource.patient(client);
    this.settings = settings;
    this.runtime =
        new StreamRuntime(time, requests, settings.silence(), RandomGenerator.getDefault());
  }

  /**
   * The cache of the objects of a kind that selectors choose; before the start.
   *
   * @param labels a label selector; empty: all
   * @param fields a field selector; empty: all
   * @param trimming what is left out of them
   * @throws StartupException if others who look at the same want something else left out
   */
  public ObjectCache of(ResourceKind kind, String labels, String fields, Trimming trimming) {
    ObjectCache cache = cache(kind, labels, fields, trimming);
    if (!cache.trimming().equals(trimming)) {
      throw new StartupException(
          "of %s some want %s to be kept, others %s: say the same omittedFields wherever they are handled, owned or watched"
              .formatted(cache.name(), cache.trimming(), trimming));
    }
    return cache;
  }

  private ObjectCache cache(ResourceKind kind, String labels, String fields, Trimming trimming) {
    return caches.computeIfAbsent(
        new Id(kind, labels, fields),
        id ->
            new ObjectCache(
                kind,
                labels + (labels.isEmpty() || fields.isEmpty() ? "" : ",") + fields,
                trimming,
                namespace -> new ServerSource(client, kind, namespace, labels, fields),
                runtime,
                settings.consistency()));
  }

  /** All caches. */
  public Collection<ObjectCache> all() {
    return List.copyOf(caches.values());
  }

  /** Starts all watches; does not wait for them. */
  public void start() {
    NamespacePatterns chosen = settings.namespaces();
    if (!chosen.isAll() && !chosen.areNames()) {
      cache(NAMESPACE, "", "", Trimming.NONE).observe(this::namespaceChanged);
    }
    for (ObjectCache cache : caches.values()) {
      if (cache.kind().namespaced() && !chosen.isAll()) {
        chosen.names().forEach(cache::open);
      } else {
        cache.open("");
      }
    }
  }

  /**
   * Follows a namespace from when it comes until it is gone: while it is being emptied its objects
   * still have delete handlers to wait for.
   */
  private void namespaceChanged(Delivery delivery) {
    NamespacePatterns chosen = settings.namespaces();
    String name = delivery.latest().getMetadata().getName();
    if (!chosen.matches(name)) {
      return;
    }
    boolean gone = delivery.type() == Delivery.Type.DELETED;
    for (ObjectCache cache : caches.values()) {
      if (!cache.kind().namespaced()) {
        continue;
      }
      if (!gone) {
        cache.open(name);
      } else if (!chosen.names().contains(name)) {
        cache.close(name);
      }
    }
  }

  /**
   * Waits until every first list has come, but for those of kinds that are not served and of what
   * we may not read.
   */
  public void awaitSynced() throws InterruptedException {
    // the list of namespaces says which other lists there are
    ObjectCache namespaces = caches.get(new Id(NAMESPACE, "", ""));
    if (namespaces != null) {
      namespaces.awaitSettled();
    }
    for (ObjectCache cache : caches.values()) {
      cache.awaitSettled();
    }
  }

  /**
   * Lists everything anew, so that all is known that was written before this call. What is known
   * already may be older: a watch tells nobody how far behind it is.
   *
   * @param then called when all lists have come, but for those of kinds that are not served and of
   *     what we may not read; on a thread that may do a little work. Never if the watches end first
   */
  public void refresh(Runnable then) {
    ObjectCache namespaces = caches.get(new Id(NAMESPACE, "", ""));
    CompletableFuture<?> first =
        namespaces == null ? CompletableFuture.completedFuture(null) : namespaces.refresh();
    CompletableFuture<?> unused =
        first
            .thenCompose(
                known ->
                    CompletableFuture.allOf(
                        caches.values().stream()
                            .filter(cache -> cache != namespaces)
                            .map(ObjectCache::refresh)
                            .toArray(CompletableFuture[]::new)))
            // not under the lock of the stream that came last
            .thenRunAsync(then, requests)
            .whenComplete((none, failure) -> complain(failure));
  }

  private static void complain(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.error("what was to follow a new list has failed", failure);
    }
  }

  /** Ends all watches. */
  public void stop() {
    caches.values().forEach(ObjectCache::stop);
    requests.shutdownNow();
  }

  /**
   * Whether every watch has delivered everything up to a resource version, but for those of which
   * nothing can come at present.
   */
  public boolean haveSeen(String version) {
    return caches.values().stream().allMatch(cache -> cache.hasSeen(version));
  }

  /** What is not followed at present and why, for people. */
  public List<String> down() {
    return caches.values().stream()
        .flatMap(ObjectCache::reports)
        .filter(report -> !report.isLive())
        .map(StreamReport::text)
        .sorted()
        .toList();
  }
}
