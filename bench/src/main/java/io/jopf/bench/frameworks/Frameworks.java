package io.jopf.bench.frameworks;

import io.fabric8.kubernetes.client.KubernetesClient;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command {@code bench/frameworks}. */
final class Frameworks {

  private static final String USER = "contender";
  private static final String OURS = "jopf";
  private static final String JOSDK = "josdk";
  private static final String GO = "controller-runtime";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("first s", "first s", 2),
          new Column("cold burst s", "cold burst s", 2),
          new Column("cold CPU s", "cold CPU s", 2),
          new Column("cold calls", "cold calls/object", 2),
          new Column("warm burst s", "warm burst s", 2),
          new Column("warm CPU s", "warm CPU s", 2),
          new Column("warm calls", "warm calls/object", 2),
          new Column("steady p50 ms", "steady p50 ms", 1),
          new Column("steady p99 ms", "steady p99 ms", 1),
          new Column("storm s", "storm s", 2),
          new Column("storm writes", "storm writes/object", 1),
          new Column("wrong", "lost or wrong", 0),
          new Column("drift p50 ms", "drift p50 ms", 1),
          new Column("drift p99 ms", "drift p99 ms", 1),
          new Column("restart writes", "restart writes", 0),
          new Column("restarted s", "restarted, new object s", 2),
          new Column("delete s", "delete all s", 2),
          new Column("delete calls", "delete calls/object", 2),
          new Column("idle MB", "idle MB", 0),
          new Column("peak MB", "peak MB", 0));

  private static final List<Goal> GOALS =
      List.of(
          new Goal("warm calls", "", 3.0),
          new Goal("restart writes", "", 0),
          new Goal("wrong", "", 0),
          new Goal("steady p50 ms", GO, 1.5),
          new Goal("steady p99 ms", GO, 1.5),
          new Goal("drift p50 ms", GO, 1.5),
          new Goal("warm CPU s", JOSDK, 0.7),
          new Goal("idle MB", JOSDK, 0.9),
          new Goal("peak MB", JOSDK, 0.9),
          new Goal("first s", JOSDK, 1.0));

  private Frameworks() {}

  public static void main(String[] args) {
    String[] names = {
      "control-plane", "work", "out", "rounds", "definition", "contenders", "versions"
    };
    Arguments arguments =
        new Arguments(
            args, Stream.of(names, Sizes.NAMES).flatMap(Arrays::stream).toArray(String[]::new));
    List<Contender> contenders =
        Stream.of(arguments.text("contenders").split(";")).map(Contender::parse).toList();
    Sizes sizes = Sizes.of(arguments);
    Report report = new Report(arguments.path("out"));
    report.line("Frameworks: " + Machine.line());
    report.line(arguments.text("versions", "versions unknown"));
    report.line(sizes.toString());
    Results results = new Results();
    Path work = arguments.path("work");
    Path audit = work.resolve("audit.log");
    try (ControlPlane plane =
            ControlPlane.start(
                arguments.path("control-plane"),
                work.resolve("cluster"),
                "--nodes",
                "",
                "--user",
                USER,
                "--audit-log",
                audit.toString());
        KubernetesClient client = plane.connect()) {
      report.line("kube-apiserver " + client.getKubernetesVersion().getGitVersion());
      Definitions.apply(client, arguments.path("definition"));
      Rights.allowAll(client, USER);
      Path kubeconfig = work.resolve("cluster").resolve("kubeconfig." + USER);
      contenders.forEach(contender -> train(contender, sizes, client, kubeconfig, work));
      for (int round = 1; round <= arguments.number("rounds", 3); round++) {
        for (Contender contender : order(contenders, round)) {
          long begin = System.nanoTime();
          String namespace = contender.name() + "-" + round;
          Path output = arguments.path("out").resolve("frameworks-" + namespace + ".log");
          AuditLog log = new AuditLog(audit, USER);
          try (Turn turn = new Turn(sizes, contender, client, namespace, kubeconfig, output, log)) {
            results.add(round, contender.name(), turn.run());
          }
          clear(client, namespace);
          long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
          System.out.println("round " + round + ": " + contender.name() + ", " + took + " s");
        }
      }
    }
    Conclusion.write(report, "frameworks", results, COLUMNS, GOALS, OURS);
  }

  /** Archives of classes and compiled scripts are made by a first run, which does not count. */
  private static void train(
      Contender contender, Sizes sizes, KubernetesClient client, Path kubeconfig, Path work) {
    String namespace = contender.name() + "-0";
    AuditLog none = new AuditLog(work.resolve("audit.log"), USER);
    Path output = work.resolveSibling(namespace + ".log");
    try (Turn turn = new Turn(sizes, contender, client, namespace, kubeconfig, output, none)) {
      turn.train();
    }
    clear(client, namespace);
  }

  /** What one leaves behind is not to be cleared away while the next one is measured. */
  private static void clear(KubernetesClient client, String namespace) {
    client.configMaps().inNamespace(namespace).delete();
    client.namespaces().withName(namespace).delete();
    client
        .namespaces()
        .withName(namespace)
        .waitUntilCondition(gone -> gone == null, 2, TimeUnit.MINUTES);
  }

  /** Nobody is always the first after the pause; who is nobody's measure comes once. */
  private static List<Contender> order(List<Contender> contenders, int round) {
    List<Contender> turned = new ArrayList<>(contenders);
    turned.removeIf(one -> round > 1 && !isMeasure(one.name()));
    Collections.rotate(turned, round - 1);
    return turned;
  }

  private static boolean isMeasure(String name) {
    return name.equals(OURS) || GOALS.stream().anyMatch(goal -> goal.against().equals(name));
  }
}
