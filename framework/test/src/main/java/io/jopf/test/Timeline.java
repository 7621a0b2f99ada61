package io.jopf.test;

import io.jopf.ObjectKey;
import io.jopf.metrics.HandlerRun;
import io.jopf.metrics.Observer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the operators of one test did with each object, for the failure of the test. Keeps the last
 * acts on the objects that were dealt with last.
 */
public final class Timeline {

  private static final int OBJECTS = 50;
  private static final int ACTS = 40;
  private static final int LONGEST = 400;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private record Act(int process, Instant at, String text) {}

  private static final class Line {
    final Deque<Act> last = new ArrayDeque<>();
    int earlier;

    void add(Act act) {
      last.addLast(act);
      if (last.size() > ACTS) {
        last.removeFirst();
        earlier++;
      }
    }
  }

  private final Supplier<Instant> now;
  private final Map<String, Line> lines = new LinkedHashMap<>(16, 0.75f, true);
  private int forgotten;
  private int processes;

  /**
   * Nothing yet.
   *
   * @param now the cluster's time
   */
  public Timeline(Supplier<Instant> now) {
    this.now = now;
  }

  /** Begins to note what one more process of an operator does. */
  synchronized Observer process() {
    int process = ++processes;
    return new Observer() {
      @Override
      public void ran(HandlerRun run) {
        String message = run.message().isEmpty() ? "" : ": " + run.message();
        String call = run.handler() + " (" + run.reason() + ") attempt " + run.attempt();
        String took = " in " + words(run.took());
        add(process, run.kind(), run.object(), call + " " + run.outcome() + took + message);
      }

      @Override
      public void wrote(String kind, ObjectKey object, String what, String answer) {
        add(process, kind, object, "writes " + what + ": " + answer);
      }

      @Override
      public void waits(String kind, ObjectKey object, Duration pause, String why) {
        String when = pause.isZero() || pause.isNegative() ? "at once" : "in " + words(pause);
        String reason = why.isEmpty() ? "" : " because of: " + why;
        add(process, kind, object, "looks again " + when + reason);
      }
    };
  }

  private synchronized void add(int process, String kind, ObjectKey object, String text) {
    lines
        .computeIfAbsent(kind + " " + object, name -> new Line())
        .add(new Act(process, now.get(), shortened(text)));
    if (lines.size() > OBJECTS) {
      lines.remove(lines.keySet().iterator().next());
      forgotten++;
    }
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  /** As in {@code 3m20.5s}. */
  private static String words(Duration duration) {
    return duration.isZero() ? "0s" : duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** All of it, a paragraph per object, the one that was dealt with last at the end. */
  public synchronized String text() {
    if (lines.isEmpty()) {
      return "No operator did anything.\n";
    }
    StringBuilder text = new StringBuilder("What was done, by the clock of the operator:\n");
    if (forgotten > 0) {
      text.append("  (").append(forgotten).append(" other objects before these)\n");
    }
    lines.forEach(
        (object, line) -> {
          text.append("  ").append(object).append('\n');
          if (line.earlier > 0) {
            text.append("    (").append(line.earlier).append(" times something before)\n");
          }
          line.last.forEach(act -> append(text, act));
        });
    return text.toString();
  }

  private void append(StringBuilder text, Act act) {
    text.append("    ").append(CLOCK.format(act.at())).append(' ');
    if (processes > 1) {
      text.append("process ").append(act.process()).append(": ");
    }
    text.append(act.text()).append('\n');
  }
}
