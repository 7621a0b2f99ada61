package io.jopf.bench.jobflow;

import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.measure.Table;
import io.jopf.bench.run.Arguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command {@code bench/jobflow}. */
final class JobFlows {

  private static final List<Target> TARGETS =
      List.of(
          Target.ratioAtMost(Plays.IDLE + " p50 ms", 2),
          Target.atMost(Plays.IDLE + " p50 ms", 15),
          Target.ratioAtMost(Plays.IDLE + " p99 ms", 3),
          Target.atMost(Plays.BUSY + " p99 ms", 200),
          Target.ratioAtLeast(Drain.FIGURE, 0.6),
          Target.ratioAtMost(Plays.CHAIN, 2),
          Target.ratioAtLeast(Plays.FAN, 0.7),
          Target.atMost("fan writes", 1050),
          Target.ratioAtMost(Plays.LAYERS, 1.5),
          Target.atMost("hop status writes/step", 1),
          Target.atMost("chain status writes/step", 0.2),
          Target.atMost("fan status writes/step", 0.2),
          Target.atMost("layers status writes/step", 0.2),
          Target.atMost("hop reads", 0),
          Target.atMost("chain reads", 0),
          Target.atMost("fan reads", 0),
          Target.atMost("layers reads", 0),
          Target.atMost("fan status KB", 250),
          Target.atMost("chain status KB", 250),
          Target.ratioAtMost(Daemons.FIGURE, 1.5),
          Target.atMost(Daemons.HEARTBEATS, 0),
          Target.atMost(Crowd.RESTART, 10),
          Target.atMost(Crowd.LOST, 0),
          Target.atMost(Crowd.HEAP, 8),
          Target.atMost(Crowd.WORKED, 384),
          Target.atMost(Crowd.RESIDENT, 384),
          Target.atMost("idle CPU %", 1),
          Target.atMost("idle writes", 0));

  private static final String TIER_A = "idle,busy,chain,fan,layers,drain,daemon,restart,rest";
  private static final String TIER_B = "idle,chain,fan";

  private JobFlows() {}

  public static void main(String[] args) {
    String[] names = {
      "control-plane",
      "work",
      "out",
      "operator",
      "crds",
      "java-options",
      "train",
      "only",
      "label",
      "tier",
      "volcano",
      "volcano-crds",
      "volcano-qps"
    };
    Arguments arguments =
        new Arguments(
            args, Stream.of(names, Sizes.NAMES).flatMap(Arrays::stream).toArray(String[]::new));
    Sizes sizes = Sizes.of(arguments);
    String label = arguments.text("label", "");
    Report report = new Report(arguments.path("out"));
    report.line("Flows: " + Machine.line() + (label.isEmpty() ? "" : ", " + label));
    report.line(sizes.toString());
    Results results = new Results();
    play(arguments, sizes, results);
    Table goals = new Table(Target.HEADER);
    TARGETS.forEach(target -> goals.row(target.row(results)));
    report.table("jobflow", goals);
    report.table("jobflow-all", all(results));
    report.keep("jobflow-raw", results.raw());
    report.line("at the end: load " + Machine.load());
    report.close("jobflow");
  }

  private static void play(Arguments arguments, Sizes sizes, Results results) {
    boolean tierB = arguments.text("tier", "a").equals("b");
    String all = tierB ? TIER_B : TIER_A;
    String only = "," + arguments.text("only", all) + ",";
    try (Scene scene = new Scene(arguments, sizes, tierB);
        Stage stage = new Stage(scene.connect(), !tierB);
        FlowOperator operator = new FlowOperator(scene.client);
        BareClient bare = new BareClient(scene.connect());
        Volcano volcano = volcano(arguments, scene, stage)) {
      scene.start().awaitReady();
      List<Contender> contenders = new ArrayList<>(List.of(operator, bare));
      if (volcano != null) {
        contenders.add(volcano);
      }
      Plays plays = new Plays(scene, stage, contenders, results, sizes);
      play(only, scene, stage, plays, results, bare, sizes);
    }
  }

  private static @Nullable Volcano volcano(Arguments arguments, Scene scene, Stage stage) {
    String controller = arguments.text("volcano", "");
    if (controller.isEmpty()) {
      return null;
    }
    return new Volcano(
        scene,
        stage,
        Path.of(controller),
        arguments.path("volcano-crds"),
        arguments.number("volcano-qps", 2000),
        arguments.path("out").resolve("volcano.log"));
  }

  private static void play(
      String only,
      Scene scene,
      Stage stage,
      Plays plays,
      Results results,
      BareClient bare,
      Sizes sizes) {
    Drain drain = new Drain(scene, stage, scene.connect(), results, sizes.drain());
    Daemons daemons = new Daemons(scene, stage, bare, results, sizes.nodes());
    Crowd crowd = new Crowd(scene, stage, results, sizes);
    // round 0 warms both up and does not count
    for (int round = 0; round <= sizes.rounds(); round++) {
      int now = round;
      when(only, "idle", () -> plays.hops(now, Plays.IDLE));
      when(only, "chain", () -> plays.chain(now));
      when(only, "fan", () -> plays.fan(now));
      when(only, "layers", () -> plays.layers(now));
      when(only, "drain", () -> drain.play(now));
      when(only, "daemon", () -> daemons.play(now));
      System.err.println("round " + round + " of " + sizes.rounds() + ": load " + Machine.load());
    }
    when(only, "busy", () -> crowd.beside(() -> plays.hops(1, Plays.BUSY)));
    when(only, "restart", crowd::restart);
    when(only, "rest", crowd::rest);
  }

  private static void when(String only, String name, Runnable play) {
    if (only.contains("," + name + ",")) {
      play.run();
    }
  }

  /** Every figure: median and spread of the rounds. */
  private static Table all(Results results) {
    List<String> header = new ArrayList<>(List.of("figure"));
    header.addAll(results.rows());
    Table table = new Table(header);
    TreeSet<String> figures = new TreeSet<>();
    results.rows().forEach(row -> figures.addAll(results.figures(row)));
    for (String figure : figures) {
      List<String> cells = new ArrayList<>(List.of(figure));
      results.rows().forEach(row -> cells.add(spread(results.samples(row, figure))));
      table.row(cells);
    }
    return table;
  }

  private static String spread(Samples samples) {
    return samples.size() == 0
        ? "-"
        : String.format(
            Locale.ROOT, "%.2f [%.2f..%.2f]", samples.median(), samples.min(), samples.max());
  }
}
