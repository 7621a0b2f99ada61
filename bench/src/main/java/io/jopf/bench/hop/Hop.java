package io.jopf.bench.hop;

import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.measure.Table;
import io.jopf.bench.run.Arguments;
import java.util.List;
import java.util.Locale;

/** The command {@code bench/hop}. */
final class Hop {

  static final String FIGURE = "hop_ms";
  private static final double GOAL_MS = 50;

  private Hop() {}

  public static void main(String[] args) {
    Arguments arguments =
        new Arguments(
            args, "control-plane", "work", "out", "operator", "crds", "rounds", "jobs", "run-ms");
    Report report = new Report(arguments.path("out"));
    report.line("Hops from Job to Job: " + Machine.line());
    Results results = new Results();
    for (Setting setting : Setting.values()) {
      new Play(arguments, setting, results).run();
    }
    Table table = new Table(List.of("who", "hops", "p50 ms", "p90 ms", "p99 ms", "max ms"));
    for (String row : results.rows()) {
      Samples hops = results.samples(row, FIGURE);
      table.row(
          List.of(
              row,
              Integer.toString(hops.size()),
              ms(hops.median()),
              ms(hops.percentile(90)),
              ms(hops.percentile(99)),
              ms(hops.max())));
    }
    report.table("hop", table);
    report.keep("hop-raw", results.raw());
    for (Setting setting : Setting.values()) {
      report.line(verdict(setting, results));
    }
    report.line("at the end: load " + Machine.load());
    report.close("hop");
  }

  private static String verdict(Setting setting, Results results) {
    double operator = results.samples(setting.row(Play.OPERATOR), FIGURE).median();
    double bare = results.samples(setting.row(Play.BARE), FIGURE).median();
    return String.format(
        Locale.ROOT,
        "%s: median %.1f ms, goal %.0f ms %s; %.1f times a bare client",
        setting.title(),
        operator,
        GOAL_MS,
        operator <= GOAL_MS ? "met" : "MISSED",
        operator / bare);
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
