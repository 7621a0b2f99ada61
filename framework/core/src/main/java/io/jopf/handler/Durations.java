package io.jopf.handler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as they are written in annotations: {@code 500ms}, {@code 20s}, {@code 5m}, {@code 2h}.
 */
public final class Durations {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("d", Duration.ofDays(1).toMillis());
    UNITS.put("h", Duration.ofHours(1).toMillis());
    UNITS.put("m", Duration.ofMinutes(1).toMillis());
    UNITS.put("s", Duration.ofSeconds(1).toMillis());
  }

  private Durations() {}

  /** Writes one as it would be written in an annotation, in its largest whole unit. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    for (var unit : UNITS.entrySet()) {
      if (millis != 0 && millis % unit.getValue() == 0) {
        return millis / unit.getValue() + unit.getKey();
      }
    }
    return millis + "ms";
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException naming the text and the allowed forms
   */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration such as 500ms, 20s, 5m, 2h or 1d");
    }
    long amount = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Reads one; the other where the text is empty. */
  public static Duration parse(String text, Duration otherwise) {
    return text.isEmpty() ? otherwise : parse(text);
  }
}
