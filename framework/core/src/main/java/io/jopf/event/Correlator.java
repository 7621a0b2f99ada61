package io.jopf.event;

import io.jopf.event.Happening.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what is written of what happens: something new becomes an event, a repetition joins its
 * series, too many different notes on one topic become one, and who tells too much is cut short. No
 * client; used by one thread.
 */
final class Correlator {

  static final int DIFFERENT_NOTES = 10;
  static final int BURST = 25;
  static final int BURST_OF_ALL = 200;
  static final Duration REFILL = Duration.ofSeconds(30);
  static final Duration REFILL_OF_ALL = Duration.ofMillis(100);

  /** How often a series is written while it goes on. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  /** How long after its last repetition a series is over. */
  static final Duration IDLE = Duration.ofMinutes(6);

  private final Map<Topic, Map<String, Series>> topics = new LinkedHashMap<>();
  private final Map<String, TokenBucket> objects = new HashMap<>();
  private final Set<Series> untold = new LinkedHashSet<>();
  private final TokenBucket all;

  Correlator(Duration elapsed) {
    all = new TokenBucket(BURST_OF_ALL, REFILL_OF_ALL, elapsed);
  }

  /** What is to be done with a happening. */
  sealed interface Decision {
    /** A new event. */
    record Create(Series series) implements Decision {}

    /** One more of a series; what is to be written is among {@link Correlator#due}. */
    record Repeat() implements Decision {}

    /** Too much. */
    record Drop() implements Decision {}
  }

  Decision take(Happening happening, Instant now, Duration elapsed) {
    Map<String, Series> topic =
        topics.computeIfAbsent(happening.topic(), key -> new LinkedHashMap<>());
    topic.values().removeIf(series -> isOver(series, elapsed));
    Series known = topic.get(happening.note());
    Happening told = happening;
    String key = happening.note();
    if (known == null && topic.size() >= DIFFERENT_NOTES) {
      key = "";
      told = happening.combined();
      known = topic.get(key);
    }
    if (known != null) {
      known.again(now, elapsed);
      untold.add(known);
      return new Decision.Repeat();
    }
    TokenBucket own =
        objects.computeIfAbsent(
            happening.object(), object -> new TokenBucket(BURST, REFILL, elapsed));
    if (!own.has(elapsed) || !all.take(elapsed)) {
      if (topic.isEmpty()) {
        topics.remove(happening.topic());
      }
      return new Decision.Drop();
    }
    own.take(elapsed);
    Series series = new Series(told, name(told), now, elapsed);
    topic.put(key, series);
    return new Decision.Create(series);
  }

  /** The series that the cluster is to be told of now. */
  List<Series> due(Duration elapsed) {
    return untold(elapsed, PAUSE);
  }

  /** The series that the cluster does not know of yet, whenever it was told last. */
  List<Series> rest(Duration elapsed) {
    return untold(elapsed, Duration.ZERO);
  }

  private List<Series> untold(Duration elapsed, Duration pause) {
    List<Series> due =
        untold.stream()
            .filter(series -> series.isDue(elapsed, pause) && all.take(elapsed))
            .toList();
    due.forEach(series -> series.told(elapsed));
    due.forEach(untold::remove);
    return due;
  }

  boolean hasUntold() {
    return !untold.isEmpty();
  }

  /** The cluster does not have it: the next one is new. */
  void forget(Series series) {
    untold.remove(series);
    Map<String, Series> topic = topics.get(series.first.topic());
    if (topic != null) {
      topic.values().remove(series);
    }
  }

  /** Forgets what is over, so that nothing grows. */
  void sweep(Duration elapsed) {
    topics.values().forEach(topic -> topic.values().removeIf(one -> isOver(one, elapsed)));
    topics.values().removeIf(Map::isEmpty);
    objects.values().removeIf(bucket -> bucket.isFull(elapsed));
  }

  private static boolean isOver(Series series, Duration elapsed) {
    return series.isOver(elapsed, IDLE) && !series.isUntold();
  }

  /** How many topics and objects are remembered. */
  int remembered() {
    return topics.size() + objects.size();
  }

  private static String name(Happening happening) {
    return happening.about().getName() + "." + UUID.randomUUID().toString().substring(0, 13);
  }
}
