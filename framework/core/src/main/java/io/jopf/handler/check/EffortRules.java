package io.jopf.handler.check;

import io.jopf.handler.Durations;
import io.jopf.handler.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long and how often a handler may try. */
final class EffortRules {

  private EffortRules() {}

  static List<String> mistakes(Trigger trigger) {
    Effort effort = trigger.effort();
    Map<String, String> durations =
        new TreeMap<>(
            Map.of(
                "backoff", effort.backoff(),
                "maxBackoff", effort.maxBackoff(),
                "timeout", effort.timeout()));
    durations.values().removeIf(text -> !OptionRules.isKnown(text));
    List<String> mistakes = new ArrayList<>();
    durations.forEach(
        (option, text) ->
            duration(text)
                .map(mistake -> OptionRules.text(trigger, option, text) + mistake)
                .ifPresent(mistakes::add));
    if (mistakes.isEmpty()
        && durations.containsKey("backoff")
        && durations.containsKey("maxBackoff")
        && isLonger(effort.backoff(), effort.maxBackoff())) {
      mistakes.add(
          OptionRules.text(trigger, "maxBackoff", effort.maxBackoff())
              + "at least the backoff, "
              + effort.backoff());
    }
    double jitter = effort.jitter();
    if (jitter != -1 && !(jitter >= 0 && jitter <= 1)) {
      mistakes.add(OptionRules.option(trigger, "jitter", jitter) + "from 0 to 1, or -1");
    }
    return mistakes;
  }

  private static boolean isLonger(String one, String other) {
    return Durations.parse(one).compareTo(Durations.parse(other)) > 0;
  }

  private static Optional<String> duration(String text) {
    try {
      Duration duration = Durations.parse(text);
      return duration.isZero() ? Optional.of("more than 0") : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
