package io.jopf.handler.check;

import io.jopf.handler.Durations;
import io.jopf.handler.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When a timer or daemon may begin and end. */
final class TimingRules {

  private static final String TIMER = "OnTimer";
  private static final Set<String> POSITIVE = Set.of("interval", "idle", "resync");

  private TimingRules() {}

  static List<String> mistakes(Trigger trigger) {
    List<String> mistakes = new ArrayList<>();
    Timing timing = trigger.timing();
    String annotation = "@" + trigger.annotation();
    timing
        .durations()
        .forEach(
            (option, text) -> {
              if (OptionRules.isKnown(text)) {
                duration(annotation, option, text, mistakes);
              }
            });
    if (trigger.annotation().equals(TIMER) && timing.interval().isEmpty()) {
      if (timing.idle().isEmpty()) {
        mistakes.add(
            annotation + ": say how often it runs: interval, or idle for once after each change");
      } else if (timing.sharp()) {
        mistakes.add(annotation + "(sharp = true): of what? set the interval");
      }
    }
    return mistakes;
  }

  private static void duration(
      String annotation, String option, String text, List<String> mistakes) {
    String place = annotation + "(" + option + " = \"" + text + "\"): ";
    try {
      Duration duration = Durations.parse(text);
      if (duration.isZero() && POSITIVE.contains(option)) {
        mistakes.add(place + "more than 0");
      }
    } catch (IllegalArgumentException e) {
      mistakes.add(place + e.getMessage());
    }
  }
}
