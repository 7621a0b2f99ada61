package io.jopf.bench.http;

import io.jopf.bench.measure.Column;
import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.run.Arguments;
import java.util.List;

/** Rate, latency and memory: the clients take turns. */
final class LoadRounds {

  private static final int LIMIT_SECONDS = 300;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("creates_per_s", "creates/s", 0),
          new Column("cpu_ms_per_create", "CPU ms/create", 2),
          new Column("idle_p50_ms", "idle p50 ms", 2),
          new Column("idle_p99_ms", "idle p99 ms", 2),
          new Column("load_p50_ms", "load p50 ms", 1),
          new Column("load_p99_ms", "load p99 ms", 1),
          new Column("first_call_ms", "first call ms", 0),
          new Column("rss_mb", "RSS MB", 0),
          new Column("peak_mb", "peak MB", 0),
          new Column("threads", "threads", 0),
          new Column("jars", "jars", 0),
          new Column("jars_mb", "jars MB", 2),
          new Column("beside_netty_mb", "beside Netty MB", 2));

  private final Trials trials;
  private final int rounds;
  private final List<String> size;

  LoadRounds(Arguments arguments, Trials trials) {
    this.trials = trials;
    this.rounds = arguments.number("rounds", 5);
    this.size =
        List.of(
            "--creates", arguments.text("creates", "2000"),
            "--parallel", arguments.text("parallel", "64"));
  }

  void run(List<Stack> stacks, Report report) {
    if (rounds == 0) {
      return;
    }
    Results results = new Results();
    stacks.forEach(stack -> weight(stack, results));
    for (int round = 1; round <= rounds; round++) {
      for (int i = 0; i < stacks.size(); i++) {
        // another one begins each round
        Stack stack = stacks.get((i + round) % stacks.size());
        try (Trials.Running trial = trials.start(stack, LoadTrial.class, size)) {
          results.add(round, stack.name(), trial.figures(LIMIT_SECONDS));
        }
      }
      System.err.println("round " + round + " of " + rounds + ": load " + Machine.load());
    }
    report.table("http-clients-load", results.medians("client", "-", COLUMNS));
    report.keep("http-clients-load-raw", results.raw());
  }

  private static void weight(Stack stack, Results results) {
    results.add(0, stack.name(), "jars", stack.added().size());
    results.add(0, stack.name(), "jars_mb", Stack.megabytes(stack.added()));
    results.add(0, stack.name(), "beside_netty_mb", Stack.megabytes(stack.addedBesideNetty()));
  }
}
