package io.jopf.bench.frameworks;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an outsider sees of one namespace, and when. */
final class Board implements AutoCloseable {

  /**
   * A value and the moment when it was first seen.
   *
   * @param nanos by {@link System#nanoTime}
   */
  record Seen(String value, long nanos) {}

  private final Map<String, Seen> observed = new ConcurrentHashMap<>();
  private final Map<String, Seen> copied = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SharedIndexInformer<GenericKubernetesResource> echoes;
  private final SharedIndexInformer<ConfigMap> configMaps;

  Board(KubernetesClient client, String namespace) {
    echoes =
        client
            .genericKubernetesResources(Echoes.KIND)
            .inNamespace(namespace)
            .inform(new Sightings<>(observed, Echoes::observed));
    configMaps =
        client.configMaps().inNamespace(namespace).inform(new Sightings<>(copied, Board::value));
  }

  private static @Nullable String value(ConfigMap map) {
    return map.getData() == null ? null : map.getData().get("value");
  }

  /** What the status of an Echo says; null while it says nothing. */
  @Nullable Seen observed(String name) {
    return observed.get(name);
  }

  /** What the ConfigMap of an Echo says; null while there is none. */
  @Nullable Seen copied(String name) {
    return copied.get(name);
  }

  int echoes() {
    return echoes.getStore().list().size();
  }

  /**
   * Waits until something is so.
   *
   * @throws IllegalStateException after that many seconds
   */
  void await(String what, int seconds, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(what + ": not within " + seconds + " s");
        }
        // a condition may also depend on what no watch tells
        var unused = changed.await(200, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    echoes.stop();
    configMaps.stop();
  }

  private void tell() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class Sightings<T extends HasMetadata> implements ResourceEventHandler<T> {

    private final Map<String, Seen> seen;
    private final Function<T, @Nullable String> reading;

    Sightings(Map<String, Seen> seen, Function<T, @Nullable String> reading) {
      this.seen = seen;
      this.reading = reading;
    }

    @Override
    public void onAdd(T object) {
      see(object);
    }

    @Override
    public void onUpdate(T before, T now) {
      see(now);
    }

    @Override
    public void onDelete(T object, boolean unknown) {
      seen.remove(object.getMetadata().getName());
      tell();
    }

    private void see(T object) {
      String value = reading.apply(object);
      if (value == null) {
        return;
      }
      long now = System.nanoTime();
      seen.compute(
          object.getMetadata().getName(),
          (name, known) ->
              known != null && known.value().equals(value) ? known : new Seen(value, now));
      tell();
    }
  }
}
