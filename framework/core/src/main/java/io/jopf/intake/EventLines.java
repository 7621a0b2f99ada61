package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.WatchEvent;
import io.jopf.watch.Delivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that wait for their handlers, one line per object. No state of an object joins its
 * line twice, nor after a newer one: a watch that begins anew repeats itself.
 */
final class EventLines {

  private static final Logger LOG = LoggerFactory.getLogger(EventLines.class);

  /** Of one object; more than that is a handler that hangs. */
  private static final int LONGEST = 1000;

  private static final class Line {
    final Deque<RawEvent> waiting = new ArrayDeque<>();
    @Nullable String uid;
    long version;

    /** Whether a state is news. */
    boolean reaches(GenericKubernetesResource object) {
      String next = object.getMetadata().getUid();
      if (next.equals(uid) && version(object) <= version) {
        return false;
      }
      uid = next;
      version = version(object);
      return true;
    }
  }

  private final Map<ObjectKey, Line> lines = new ConcurrentHashMap<>();

  /** An object was there when we began to look. */
  void found(GenericKubernetesResource object) {
    String uid = object.getMetadata().getUid();
    join(object, new RawEvent(new WatchEvent(WatchEvent.Type.ADDED, true), uid, null));
  }

  void delivered(Delivery delivery) {
    GenericKubernetesResource latest = delivery.latest();
    switch (delivery.type()) {
      case ADDED -> join(latest, event(WatchEvent.Type.ADDED, delivery.initial(), latest));
      case MODIFIED -> join(latest, event(WatchEvent.Type.MODIFIED, false, latest));
      case DELETED -> gone(latest);
    }
  }

  /** Everything that waits, in its order. */
  List<RawEvent> take(ObjectKey key) {
    List<RawEvent> taken = new ArrayList<>();
    lines.computeIfPresent(
        key,
        (same, line) -> {
          taken.addAll(line.waiting);
          line.waiting.clear();
          return line.uid == null ? null : line;
        });
    return taken;
  }

  void clear() {
    lines.clear();
  }

  private static RawEvent event(
      WatchEvent.Type type, boolean initial, GenericKubernetesResource object) {
    String uid = object.getMetadata().getUid();
    return new RawEvent(new WatchEvent(type, initial), uid, object);
  }

  private void join(GenericKubernetesResource object, RawEvent event) {
    lines.compute(
        ObjectKey.of(object),
        (key, known) -> {
          Line line = known == null ? new Line() : known;
          if (line.reaches(object)) {
            add(key, line, event);
          }
          return line;
        });
  }

  private void gone(GenericKubernetesResource object) {
    lines.compute(
        ObjectKey.of(object),
        (key, known) -> {
          Line line = known == null ? new Line() : known;
          String uid = line.uid;
          if (uid == null || uid.equals(object.getMetadata().getUid())) {
            line.uid = null;
            add(key, line, event(WatchEvent.Type.DELETED, false, object));
          }
          return line;
        });
  }

  private static void add(ObjectKey key, Line line, RawEvent event) {
    if (line.waiting.size() == LONGEST) {
      line.waiting.remove();
      LOG.warn("{}: more than {} events wait for a handler; the oldest is lost", key, LONGEST);
    }
    line.waiting.add(event);
  }

  private static long version(GenericKubernetesResource object) {
    String version = object.getMetadata().getResourceVersion();
    return version == null ? 0 : Long.parseUnsignedLong(version);
  }
}
