package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the API server to our own writes that the watch has not delivered yet. Bounded in
 * time: an entry whose event never comes, because the object went again unseen, is dropped and its
 * listeners are told.
 */
final class OwnWrites {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<ObjectKey, GenericKubernetesResource> pending = new ConcurrentHashMap<>();
  private final Time time;
  private final Consumer<GenericKubernetesResource> forgotten;

  OwnWrites(Time time, Consumer<GenericKubernetesResource> forgotten) {
    this.time = time;
    this.forgotten = forgotten;
  }

  void remember(GenericKubernetesResource written) {
    ObjectKey key = ObjectKey.of(written);
    pending.put(key, written);
    time.schedule(
        PATIENCE,
        () -> {
          if (pending.remove(key, written)) {
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
    if (delivered != null && version(delivered) >= version(written)) {
      pending.remove(key, written);
      return delivered;
    }
    return written;
  }

  /** Whether this delivery is the echo of our own write. */
  boolean isEcho(GenericKubernetesResource delivered) {
    GenericKubernetesResource written = pending.get(ObjectKey.of(delivered));
    return written != null && version(written) == version(delivered);
  }

  /** A state of an object was delivered, its last one if it is gone. */
  void arrived(GenericKubernetesResource object) {
    pending.computeIfPresent(
        ObjectKey.of(object),
        (key, written) -> version(written) > version(object) ? written : null);
  }

  Stream<GenericKubernetesResource> all() {
    return pending.values().stream();
  }

  private static long version(GenericKubernetesResource object) {
    String version = object.getMetadata().getResourceVersion();
    return version == null ? 0 : Long.parseUnsignedLong(version);
  }
}
