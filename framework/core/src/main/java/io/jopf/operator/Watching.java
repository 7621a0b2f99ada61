package io.jopf.operator;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.StartupException;
import io.jopf.client.Preflight;
import io.jopf.client.ResourceKind;
import io.jopf.metrics.Observers;
import io.jopf.time.SystemTime;
import io.jopf.watch.Caches;
import io.jopf.watch.NamespacePatterns;
import io.jopf.watch.ObjectCache;
import io.jopf.watch.WatchSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts together what is watched, as the settings say. */
@Singleton
final class Watching {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final KubernetesClient client;
  private final Preflight preflight;
  private final Observers observer;
  private final WatchProperties properties;
  private final NamespacePatterns namespaces;

  /** Not the operator's: a test that moves that one does not make the network any faster. */
  private final SystemTime networkTime = new SystemTime();

  Watching(
      KubernetesClient client,
      Preflight preflight,
      Observers observer,
      OperatorSettings settings,
      WatchProperties properties) {
    this.client = client;
    this.preflight = preflight;
    this.observer = observer;
    this.properties = properties;
    this.namespaces = patterns(settings.namespaces() == null ? List.of() : settings.namespaces());
    if (properties.watchTimeout().compareTo(SHORTEST) < 0) {
      throw new StartupException(
          "jopf.watch-timeout is " + properties.watchTimeout() + ": set it to at least 1s");
    }
    if (properties.consistencyTimeout().isNegative()) {
      throw new StartupException(
          "jopf.consistency-timeout is "
              + properties.consistencyTimeout()
              + ": set it to 0s or more");
    }
  }

  private static NamespacePatterns patterns(List<String> given) {
    try {
      return new NamespacePatterns(given);
    } catch (IllegalArgumentException e) {
      throw new StartupException("jopf.namespaces: " + e.getMessage(), e);
    }
  }

  /**
   * The caches, none of them started.
   *
   * @throws StartupException if the API server cannot be worked with
   */
  Caches prepare(Collection<ResourceKind> needed) {
    if (namespaces.isAll()) {
      preflight.check(needed, List.of(), properties.requireKinds());
    } else if (namespaces.areNames()) {
      preflight.check(needed, namespaces.names(), properties.requireKinds());
    } else {
      List<ResourceKind> everywhere =
          new ArrayList<>(needed.stream().filter(kind -> !kind.namespaced()).toList());
      everywhere.add(ResourceKind.of(Namespace.class));
      preflight.check(everywhere, List.of(), properties.requireKinds());
    }
    return new Caches(
        client,
        networkTime,
        new WatchSettings(namespaces, properties.watchTimeout(), properties.consistencyTimeout()));
  }

  /** Starts them; all are asked for by now. */
  void start(Caches caches) {
    caches.start();
    for (ObjectCache cache : caches.all()) {
      observer.watches(cache.name(), cache::silence, cache::lists, cache::restarts);
    }
  }

  @PreDestroy
  void close() {
    networkTime.close();
  }
}
