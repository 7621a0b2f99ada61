package io.jopf.demo.view;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes durations. */
final class Times {

  private static final int MINUTE = 60;

  private Times() {}

  /** As 4.2s or 1m40s; nothing for null. */
  static String text(@Nullable Duration time) {
    if (time == null) {
      return "";
    }
    long seconds = time.toSeconds();
    return seconds < MINUTE
        ? String.format(Locale.ROOT, "%.1fs", Math.floor(time.toMillis() / 100.0) / 10)
        : seconds / MINUTE + "m" + seconds % MINUTE + "s";
  }
}
