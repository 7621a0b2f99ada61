package io.jopf.jobflow.graph;

import java.time.Duration;

/** Times that people read. */
public final class Durations {

  private Durations() {}

  /** As {@code 45s}, {@code 2m05s}, {@code 3h12m} or {@code 4d2h}. */
  public static String text(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "m" + two(seconds % 60) + "s";
    }
    if (seconds < 86_400) {
      return seconds / 3600 + "h" + two(seconds % 3600 / 60) + "m";
    }
    return seconds / 86_400 + "d" + seconds % 86_400 / 3600 + "h";
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
