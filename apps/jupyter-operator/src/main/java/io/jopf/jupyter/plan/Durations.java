package io.jopf.jupyter.plan;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90m}, {@code 2h}, {@code 1d12h}, {@code 3600}. */
public final class Durations {

  private static final Pattern PART = Pattern.compile("(\\d{1,9})([smhd]?)");
  private static final Pattern ALL = Pattern.compile("\\d{1,9}|(\\d{1,9}[smhd])+");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "", Duration.ofSeconds(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Durations() {}

  /** Empty if the text is none. A number alone is seconds. */
  public static Optional<Duration> parse(String text) {
    if (!ALL.matcher(text).matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
    }
    return Optional.of(sum);
  }

  /** In the largest units that say it. */
  public static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    append(text, duration.toDays(), "d");
    append(text, duration.toHoursPart(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(number).append(unit);
    }
  }
}
