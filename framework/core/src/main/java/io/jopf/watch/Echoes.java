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

  /** A delivery that came while a write was open, and whether it was told all the same. */
  private record Held(GenericKubernetesResource object, boolean told) {}

  private static final class Writes {
    int open;
    final Deque<String> answered = new ArrayDeque<>();
    final List<Held> held = new ArrayList<>();
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
   * @param told whether it is told whatever it is, and only taken note of here
   */
  synchronized boolean take(GenericKubernetesResource delivered, boolean told) {
    ObjectKey key = ObjectKey.of(delivered);
    Writes writes = all.get(key);
    if (writes == null) {
      return false;
    }
    if (writes.answered.remove(version(delivered))) {
      dropIfDone(key, writes);
      return true;
    }
    return writes.open > 0 && writes.held.add(new Held(delivered, told));
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
      boolean early = writes.held.removeIf(one -> version(one.object()).equals(version));
      if (!early) {
        writes.answered.addLast(version);
      }
      if (writes.answered.size() > AHEAD) {
        writes.answered.removeFirst();
      }
    }
    List<GenericKubernetesResource> foreign =
        writes.held.stream().filter(one -> !one.told()).map(Held::object).toList();
    writes.held.clear();
    dropIfDone(key, writes);
    return foreign;
  }

  /** What has not come by now will not come: the object is gone, or no stream shows it. */
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
