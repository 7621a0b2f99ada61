package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the API server to our own writes that the watch has not delivered yet. An entry goes
 * when the watch delivers it or something newer, when the watch is past it and has nothing of it,
 * or when a watch that was opened since has not confirmed it in time; in the last two cases those
 * who listen are told, because what they know has changed. A watch that merely says nothing proves
 * nothing: its connection may be dead.
 */
final class OwnWrites {

  private static final Comparator<Duration> ORDER = Comparator.naturalOrder();

  /** Whether the watch of an object would have delivered what there is of it. */
  @FunctionalInterface
  interface Evidence {
    /**
     * Looks for evidence.
     *
     * @param version of the answer
     * @param answered when it came, in elapsed time
     */
    boolean isComplete(ObjectKey key, @Nullable String version, Duration answered);
  }

  /** Compared by identity. */
  private static final class Answer {
    final GenericKubernetesResource object;
    final Duration answered;
    final Duration due;

    Answer(GenericKubernetesResource object, Duration answered, Duration due) {
      this.object = object;
      this.answered = answered;
      this.due = due;
    }

    @Nullable String version() {
      return OwnWrites.version(object);
    }
  }

  private final Map<ObjectKey, Answer> pending = new ConcurrentHashMap<>();

  /** One sweep for all: a timer each would keep every answer until it rings. */
  private final AtomicBoolean sweeping = new AtomicBoolean();

  private final Time time;
  private final Duration patience;
  private final Evidence evidence;
  private final Consumer<GenericKubernetesResource> forgotten;

  /**
   * @param patience how long an answer outranks a watch that does not confirm it; zero: not at all
   * @param evidence asked when that is over
   */
  OwnWrites(
      Time time,
      Duration patience,
      Evidence evidence,
      Consumer<GenericKubernetesResource> forgotten) {
    this.time = time;
    this.patience = patience;
    this.evidence = evidence;
    this.forgotten = forgotten;
  }

  void remember(GenericKubernetesResource written) {
    if (patience.isZero()) {
      return;
    }
    Duration now = time.elapsed();
    pending.merge(
        ObjectKey.of(written),
        new Answer(written, now, now.plus(patience)),
        (known, answer) -> Versions.isOlder(answer.version(), known.version()) ? known : answer);
    if (sweeping.compareAndSet(false, true)) {
      time.schedule(patience, this::sweep);
    }
  }

  private void sweep() {
    Duration now = time.elapsed();
    pending.forEach(
        (key, answer) -> {
          if (answer.due.compareTo(now) <= 0) {
            expired(key, answer, now);
          }
        });
    Duration next = pending.values().stream().map(answer -> answer.due).min(ORDER).orElse(null);
    if (next != null) {
      time.schedule(next.minus(now), this::sweep);
      return;
    }
    sweeping.set(false);
    // one may have come since
    if (!pending.isEmpty() && sweeping.compareAndSet(false, true)) {
      time.schedule(patience, this::sweep);
    }
  }

  private void expired(ObjectKey key, Answer answer, Duration now) {
    if (!evidence.isComplete(key, answer.version(), answer.answered)) {
      // what the watch has is older still
      Answer later = new Answer(answer.object, answer.answered, now.plus(patience));
      pending.replace(key, answer, later);
    } else if (pending.remove(key, answer)) {
      forgotten.accept(answer.object);
    }
  }

  /** The newer of what the watch has delivered and what we have written. */
  @Nullable GenericKubernetesResource newest(
      ObjectKey key, Function<ObjectKey, @Nullable GenericKubernetesResource> watch) {
    while (true) {
      // in this order: what is not pending any more has been delivered before
      Answer written = pending.get(key);
      GenericKubernetesResource delivered = watch.apply(key);
      if (written == null) {
        return delivered;
      }
      if (delivered != null && Versions.isAtLeast(version(delivered), written.version())) {
        pending.remove(key, written);
        return delivered;
      }
      if (pending.get(key) == written) {
        return written.object;
      }
    }
  }

  /** A state of an object was delivered, its last one if it is gone. */
  void arrived(GenericKubernetesResource object) {
    pending.computeIfPresent(
        ObjectKey.of(object),
        (key, written) -> Versions.isAtLeast(version(object), written.version()) ? null : written);
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
          if (seen && outrun(key, version, delivered)) {
            forgotten.accept(written.object);
          }
        });
  }

  /**
   * Drops an answer that the watch is past.
   *
   * @param watch what it has of an object; asked only if there is an answer to drop
   * @return whether it did, and the watch has nothing of it
   */
  boolean outrun(
      ObjectKey key,
      String version,
      Function<ObjectKey, @Nullable GenericKubernetesResource> watch) {
    Answer written = pending.get(key);
    if (written == null || !Versions.isPast(version, written.version())) {
      return false;
    }
    // looked at before the answer goes: whoever finds neither would take the object for gone
    GenericKubernetesResource delivered = watch.apply(key);
    return pending.remove(key, written)
        && (delivered == null || !Versions.isAtLeast(version(delivered), written.version()));
  }

  Stream<GenericKubernetesResource> all() {
    return pending.values().stream().map(answer -> answer.object);
  }

  private static @Nullable String version(GenericKubernetesResource object) {
    return object.getMetadata().getResourceVersion();
  }
}
