package io.jopf.bench.http;

import io.jopf.bench.measure.Column;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.run.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Connections that fall silent: all clients at the same time, as they only wait. */
final class SilenceRounds {

  private static final int GRACE_SECONDS = 120;
  private static final List<Column> COLUMNS =
      Silence.all().stream()
          .flatMap(
              silence ->
                  Stream.of("watch_", "request_")
                      .filter(kind -> silence.busy() || kind.equals("watch_"))
                      .map(kind -> kind + silence.title()))
          .map(figure -> new Column(figure, figure.replace('_', ' ') + " s", 1))
          .toList();

  private final Trials trials;
  private final int rounds;
  private final int limit;

  SilenceRounds(Arguments arguments, Trials trials) {
    this.trials = trials;
    this.rounds = arguments.number("silence-rounds", 1);
    this.limit = arguments.number("silence-limit", 300);
  }

  void run(List<Stack> stacks, Report report) {
    if (rounds == 0) {
      return;
    }
    Results results = new Results();
    List<String> arguments = List.of("--limit", Integer.toString(limit));
    for (int round = 1; round <= rounds; round++) {
      Map<Stack, Trials.Running> running = new LinkedHashMap<>();
      // HTTP/1.1 is among the ways to fall silent
      stacks.stream()
          .filter(stack -> !stack.http1())
          .forEach(stack -> running.put(stack, trials.start(stack, SilenceTrial.class, arguments)));
      for (Map.Entry<Stack, Trials.Running> entry : running.entrySet()) {
        try (Trials.Running trial = entry.getValue()) {
          results.add(round, entry.getKey().name(), trial.figures(limit + GRACE_SECONDS));
        }
      }
    }
    report.table(
        "http-clients-silence", results.medians("after silence", ">" + limit, COLUMNS).turned());
    report.keep("http-clients-silence-raw", results.raw());
  }
}
