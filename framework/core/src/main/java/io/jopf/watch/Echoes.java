package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the events of our own writes from those of others. An event may come before the answer to
 * the write that caused it: until the answer is there, it is held.
 */
final class Echoes {

  /** How many writes of an object may be ahead of their events. */
  private static final int AHEAD = 8;

  private static final class Writes {
    int open;
    final Deque<String> answered = new ArrayDeque<>();
    final List<GenericKubernetesResource> held = new ArrayList<>();
  }

  private final Map<ObjectKey, Writes> all = new HashMap<>();

  /** A write is on its way. */
  synchronized void begin(ObjectKey key) {
    all.computeIfAbsent(key, missing -> new Writes()).open++;
  }

  /**
   * Whether a delivery is an echo, or may be one: then it is held until the answer is there.
   *
   * @param delivered the object as it is now
   */
  synchronized boolean take(GenericKubernetesResource delivered) {
    ObjectKey key = ObjectKey.of(delivered);
    Writes writes = all.get(key);
    if (writes == null) {
      return false;
    }
    if (writes.answered.remove(version(delivered))) {
      dropIfDone(key, writes);
      return true;
    }
    return writes.open > 0 && writes.held.add(delivered);
  }

  /**
   * Ends a write.
   *
   * @param answer null if there was none
   * @return what was held and is of somebody else
   */
  synchronized List<GenericKubernetesResource> end(
      ObjectKey key, @Nullable GenericKubernetesResource answer) {
    Writes writes = all.get(key);
    if (writes == null) {
      return List.of();
    }
    writes.open--;
    if (answer != null) {
      String version = version(answer);
      boolean early = writes.held.removeIf(object -> version(object).equals(version));
      if (!early) {
        writes.answered.addLast(version);
      }
      if (writes.answered.size() > AHEAD) {
        writes.answered.removeFirst();
      }
    }
    List<GenericKubernetesResource> foreign = List.copyOf(writes.held);
    writes.held.clear();
    dropIfDone(key, writes);
    return foreign;
  }

  /** The object is gone; what has not come by now will not come. */
  synchronized void forget(ObjectKey key) {
    Writes writes = all.get(key);
    if (writes != null) {
      writes.answered.clear();
      dropIfDone(key, writes);
    }
  }

  private void dropIfDone(ObjectKey key, Writes writes) {
    if (writes.open == 0 && writes.answered.isEmpty()) {
      all.remove(key);
    }
  }

  private static String version(GenericKubernetesResource object) {
    return String.valueOf(object.getMetadata().getResourceVersion());
  }
}
