package io.jopf.demo.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures how long things were seen to take. */
final class Stopwatch {

  private final Map<String, Duration> begun = new HashMap<>();
  private final Map<String, Duration> ended = new HashMap<>();

  /**
   * Tells how long something has taken.
   *
   * @param running whether it goes on now
   * @param over whether it is at its end
   * @param now time since any fixed moment
   * @return null if it was never seen running
   */
  @Nullable Duration time(String what, boolean running, boolean over, Duration now) {
    if (running) {
      begun.putIfAbsent(what, now);
    }
    Duration start = begun.get(what);
    if (start == null) {
      return null;
    }
    if (over) {
      ended.putIfAbsent(what, now);
    }
    return ended.getOrDefault(what, now).minus(start);
  }
}
