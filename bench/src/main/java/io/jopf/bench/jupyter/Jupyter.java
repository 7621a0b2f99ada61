package io.jopf.bench.jupyter;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Audit;
import io.jopf.bench.measure.Column;
import io.jopf.bench.measure.Conclusion;
import io.jopf.bench.measure.Goal;
import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.Contender;
import io.jopf.bench.run.ControlPlane;
import io.jopf.bench.run.Definitions;
import io.jopf.bench.run.Rights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The command {@code bench/jupyter}. */
final class Jupyter {

  private static final String USER = "operator";
  private static final String OURS = "jopf";
  private static final String ORIGINAL = "kopf";
  private static final Map<String, String> GROUPS =
      Map.of(OURS, "squonk.it", ORIGINAL, "bench.jopf.io");

  private static final List<Column> COLUMNS =
      List.of(
          new Column("single p50 ms", "one by one: URL p50 ms", 1),
          new Column("single p99 ms", "one by one: URL p99 ms", 1),
          new Column("single all p50 ms", "one by one: all made p50 ms", 1),
          new Column("burst p50 ms", "burst: URL p50 ms", 0),
          new Column("burst p99 ms", "burst: URL p99 ms", 0),
          new Column("burst all p50 ms", "burst: all made p50 ms", 0),
          new Column("calls", "calls/instance", 2),
          new Column("writes", "of these writes", 2),
          new Column("events", "of these events", 2),
          new Column("CPU ms", "CPU ms/instance", 1),
          new Column("restart writes", "restart writes", 0),
          new Column("restart reads", "restart reads", 0),
          new Column("restart CPU s", "restart CPU s", 2),
          new Column("restarted s", "restarted, new URL s", 2),
          new Column("idle MB", "idle MB", 0),
          new Column("idle anonymous MB", "of these anonymous", 0),
          new Column("MB with many", "MB with many", 0),
          new Column("MB restarted", "MB restarted with many", 0),
          new Column("anonymous MB restarted", "of these anonymous", 0),
          new Column("peak MB", "peak MB", 0));

  private static final List<Goal> GOALS =
      List.of(
          new Goal("single p50 ms", ORIGINAL, 1),
          new Goal("burst p50 ms", ORIGINAL, 0.2),
          new Goal("burst p99 ms", ORIGINAL, 0.2),
          new Goal("calls", ORIGINAL, 1),
          new Goal("CPU ms", ORIGINAL, 1),
          new Goal("restart writes", "", 0),
          new Goal("idle MB", "", 160),
          new Goal("peak MB", "", 256));

  private final Path work;
  private final Path audit;
  private final Path out;
  private final Sizes sizes;
  private final KubernetesClient client;

  private Jupyter(Arguments arguments, Path audit, KubernetesClient client) {
    this.work = arguments.path("work");
    this.out = arguments.path("out");
    this.sizes = Sizes.of(arguments);
    this.audit = audit;
    this.client = client;
  }

  public static void main(String[] args) {
    String[] names = {
      "control-plane", "work", "out", "rounds", "definitions", "contenders", "versions"
    };
    Arguments arguments =
        new Arguments(
            args, Stream.of(names, Sizes.NAMES).flatMap(Arrays::stream).toArray(String[]::new));
    List<Contender> contenders =
        Stream.of(arguments.text("contenders").split(";")).map(Contender::parse).toList();
    Report report = new Report(arguments.path("out"));
    report.line("Jupyter: " + Machine.line());
    report.line(arguments.text("versions", "versions unknown"));
    report.line(Sizes.of(arguments).toString());
    Path audit = arguments.path("work").resolve("audit.log");
    Results results = new Results();
    try (ControlPlane plane =
            ControlPlane.start(
                arguments.path("control-plane"),
                arguments.path("work").resolve("cluster"),
                "--nodes",
                Stage.NODE,
                "--user",
                USER,
                "--audit-log",
                audit.toString());
        KubernetesClient client = plane.connect()) {
      report.line("kube-apiserver " + client.getKubernetesVersion().getGitVersion());
      for (String definition : arguments.text("definitions").split(";", -1)) {
        Definitions.apply(client, Path.of(definition));
      }
      Rights.allowAll(client, USER);
      Stage.label(client);
      new Jupyter(arguments, audit, client)
          .play(contenders, arguments.number("rounds", 2), results);
    }
    Conclusion.write(report, "jupyter", results, COLUMNS, GOALS, OURS);
  }

  private void play(List<Contender> contenders, int rounds, Results results) {
    contenders.forEach(contender -> turn(contender, 0, results));
    for (int round = 1; round <= rounds; round++) {
      List<Contender> turned = new ArrayList<>(contenders);
      Collections.rotate(turned, round - 1);
      for (Contender contender : turned) {
        turn(contender, round, results);
      }
    }
  }

  /** Round 0 leaves archives of classes and compiled scripts, and does not count. */
  private void turn(Contender contender, int round, Results results) {
    String namespace = contender.name() + "-" + round;
    String group = Objects.requireNonNull(GROUPS.get(contender.name()));
    Path output = out.resolve("jupyter-" + namespace + ".log");
    Path kubeconfig = work.resolve("cluster").resolve("kubeconfig." + USER);
    try (Stage stage = new Stage(client, namespace);
        Notebooks notebooks = new Notebooks(client, stage.namespace(), group)) {
      Audit counted = new Audit(audit, USER);
      Turn turn = new Turn(sizes, contender, kubeconfig, output, counted, notebooks);
      if (round == 0) {
        turn.train();
        return;
      }
      Map<String, Double> figures = turn.run();
      results.add(round, contender.name(), figures);
      System.out.println("round " + round + ": " + contender.name() + " " + figures);
    }
  }
}
