package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the API server to our own writes that the watch has not delivered yet. An entry goes
 * when the watch delivers it or something newer, when the watch is past it and has nothing of it,
 * or when a watch that is live has not confirmed it in time; in the last two cases those who listen
 * are told, because what they know has changed.
 */
final class OwnWrites {

  private final Map<ObjectKey, GenericKubernetesResource> pending = new ConcurrentHashMap<>();
  private final Time time;
  private final Duration patience;
  private final Predicate<ObjectKey> live;
  private final Consumer<GenericKubernetesResource> forgotten;

  /**
   * @param patience how long an answer outranks a watch that does not confirm it; zero: not at all
   * @param live whether the watch of an object can be relied on at present
   */
  OwnWrites(
      Time time,
      Duration patience,
      Predicate<ObjectKey> live,
      Consumer<GenericKubernetesResource> forgotten) {
    this.time = time;
    this.patience = patience;
    this.live = live;
    this.forgotten = forgotten;
  }

  void remember(GenericKubernetesResource written) {
    if (!patience.isZero()) {
      ObjectKey key = ObjectKey.of(written);
      GenericKubernetesResource newest =
          pending.merge(
              key,
              written,
              (known, answer) ->
                  Versions.isOlder(version(answer), version(known)) ? known : answer);
      if (written.equals(newest)) {
        expect(key, written);
      }
    }
  }

  private void expect(ObjectKey key, GenericKubernetesResource written) {
    time.schedule(
        patience,
        () -> {
          if (!written.equals(pending.get(key))) {
            return;
          }
          if (!live.test(key)) {
            // what the watch has is older still
            expect(key, written);
          } else if (pending.remove(key, written)) {
            forgotten.accept(written);
          }
        });
  }

  /** The newer of what the watch has delivered and what we have written. */
  @Nullable GenericKubernetesResource newest(
      ObjectKey key, @Nullable GenericKubernetesResource delivered) {
    GenericKubernetesResource written = pending.get(key);
    if (written == null) {
      return delivered;
    }
    if (delivered != null && Versions.isAtLeast(version(delivered), version(written))) {
      pending.remove(key, written);
      return delivered;
    }
    return written;
  }

  /** Whether this delivery is the echo of our own write. */
  boolean isEcho(GenericKubernetesResource delivered) {
    GenericKubernetesResource written = pending.get(ObjectKey.of(delivered));
    String version = version(delivered);
    return written != null && version != null && version.equals(version(written));
  }

  /** A state of an object was delivered, its last one if it is gone. */
  void arrived(GenericKubernetesResource object) {
    pending.computeIfPresent(
        ObjectKey.of(object),
        (key, written) -> Versions.isAtLeast(version(object), version(written)) ? null : written);
  }

  /**
   * A watch has delivered everything up to a version.
   *
   * @param namespace of the watch; empty for all
   * @param delivered what it has of an object
   */
  void passed(
      String namespace,
      String version,
      Function<ObjectKey, @Nullable GenericKubernetesResource> delivered) {
    pending.forEach(
        (key, written) -> {
          boolean seen = namespace.isEmpty() || namespace.equals(key.namespace());
          if (seen && outrun(key, version, delivered.apply(key))) {
            forgotten.accept(written);
          }
        });
  }

  /**
   * Drops an answer that the watch is past.
   *
   * @return whether it did, and the watch has nothing of it
   */
  boolean outrun(ObjectKey key, String version, @Nullable GenericKubernetesResource delivered) {
    GenericKubernetesResource written = pending.get(key);
    return written != null
        && Versions.isNumber(version)
        && Versions.isAtLeast(version, version(written))
        && pending.remove(key, written)
        && (delivered == null || !Versions.isAtLeast(version(delivered), version(written)));
  }

  Stream<GenericKubernetesResource> all() {
    return pending.values().stream();
  }

  private static @Nullable String version(GenericKubernetesResource object) {
    return object.getMetadata().getResourceVersion();
  }
}
