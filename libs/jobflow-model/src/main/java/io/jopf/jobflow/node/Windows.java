package io.jopf.jobflow.node;

import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.MaintenanceWindow;
import io.jopf.jobflow.cron.Schedule;
import io.jopf.jobflow.cron.ScheduleException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The times at which nodes of a DaemonJob may begin. */
public final class Windows {
  /** Where no window ever opens again. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** Windows that follow one another without a gap; more of them are not followed. */
  private static final int MOST_IN_ROW = 30;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private record Window(Schedule opens, Duration open) {}

  private final List<Window> windows = new ArrayList<>();

  private Windows() {}

  /** Those of a spec; what cannot be read is left out, and among {@link #problems}. */
  public static Windows of(@Nullable DaemonJobSpec spec) {
    Windows all = new Windows();
    if (spec != null) {
      all.read(spec);
    }
    return all;
  }

  /** What is wrong with the windows of a spec, each with field and value. */
  static List<String> problems(DaemonJobSpec spec) {
    return new Windows().read(spec);
  }

  private List<String> read(DaemonJobSpec spec) {
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (MaintenanceWindow window :
        Objects.requireNonNullElse(spec.getMaintenanceWindows(), List.<MaintenanceWindow>of())) {
      String field = "spec.maintenanceWindows[" + number++ + "]";
      int seconds = Objects.requireNonNullElse(window.durationSeconds(), 0);
      if (seconds < 1) {
        problems.add(field + ".durationSeconds is " + seconds + ": at least 60");
      }
      try {
        String opens = Objects.requireNonNullElse(window.schedule(), "");
        windows.add(
            new Window(
                Schedule.of(List.of(opens), spec.getTimeZone()), Duration.ofSeconds(seconds)));
      } catch (ScheduleException e) {
        problems.add(field + ": " + e.getMessage());
      }
    }
    return problems;
  }

  /** When the next one opens; null if one is open, or there are none. */
  public @Nullable Instant closedUntil(Instant now) {
    if (windows.isEmpty() || windows.stream().anyMatch(window -> opened(window, now).isPresent())) {
      return null;
    }
    return windows.stream()
        .flatMap(window -> window.opens.next(now).stream())
        .min(Comparator.naturalOrder())
        .orElse(NEVER);
  }

  /**
   * When none is open any more; null if none is open now. Sooner where they follow one another for
   * long: another look tells then.
   */
  public @Nullable Instant openUntil(Instant now) {
    Instant end = now;
    for (int i = 0; i < MOST_IN_ROW; i++) {
      Instant at = end;
      Optional<Instant> further =
          windows.stream()
              .flatMap(
                  window -> opened(window, at).map(opened -> opened.plus(window.open)).stream())
              .max(Comparator.naturalOrder());
      if (further.isEmpty()) {
        break;
      }
      end = further.get();
    }
    return end.equals(now) ? null : end;
  }

  /** When it opened, if it is open: from then on, until before its end. One of the last times. */
  private static Optional<Instant> opened(Window window, Instant now) {
    // going back ever further, so that of many times that overlap not all are walked through
    for (Duration back = MINUTE; ; back = back.multipliedBy(4)) {
      boolean whole = back.compareTo(window.open) >= 0;
      Optional<Instant> opened =
          window
              .opens
              .next(now.minus(whole ? window.open : back))
              .filter(time -> !time.isAfter(now));
      if (opened.isPresent() || whole) {
        return opened;
      }
    }
  }
}
