package io.jopf.test.simulated.workload;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them. */
final class Durations {

  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");
  private static final Pattern ALL = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+");

  private Durations() {}

  /**
   * A number of seconds, or a Go duration such as {@code 1m30s}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Duration parse(String text) {
    if (text.matches("\\d+(\\.\\d+)?")) {
      return of(text, "s");
    }
    if (!ALL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a duration: " + text);
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      sum = sum.plus(of(part.group(1), part.group(2)));
    }
    return sum;
  }

  private static Duration of(String number, String unit) {
    double millis =
        switch (unit) {
          case "ms" -> 1;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 1_000;
        };
    return Duration.ofMillis(Math.round(Double.parseDouble(number) * millis));
  }
}
