package io.jopf.bench.startup;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Column;
import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.ControlPlane;
import io.jopf.bench.run.Definitions;
import io.jopf.bench.run.Jars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command {@code bench/startup}. */
final class Startup {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("ready_ms", "ready ms", 0),
          new Column("rss_mb", "RSS MB", 0),
          new Column("peak_mb", "peak MB", 0),
          new Column("cpu_ms", "CPU ms", 0),
          new Column("threads", "threads", 0),
          new Column("jar_mb", "jar MB", 1),
          new Column("archive_mb", "archive MB", 0));

  private Startup() {}

  public static void main(String[] args) {
    Arguments arguments =
        new Arguments(
            args,
            "control-plane",
            "work",
            "out",
            "operators",
            "crds",
            "jdks",
            "variants",
            "rounds",
            "idle");
    Report report = new Report(arguments.path("out"));
    report.line("Start of the operators: " + Machine.line());
    Path work = arguments.path("work");
    Results results = new Results();
    try (ControlPlane cluster =
            ControlPlane.start(
                arguments.path("control-plane"), work.resolve("cluster"), "--nodes", "");
        KubernetesClient client = cluster.connect()) {
      paths(arguments, "crds").forEach(crds -> Definitions.apply(client, crds));
      rounds(arguments, contenders(arguments, cluster.kubeconfig(), work), results);
    }
    report.table("startup", results.medians("operator, JDK, flags", "-", COLUMNS));
    report.keep("startup-raw", results.raw());
    report.line("at the end: load " + Machine.load());
    report.close("startup");
  }

  private static List<Contender> contenders(Arguments arguments, Path kubeconfig, Path work) {
    List<String> wanted =
        Arrays.stream(arguments.text("variants", "").split(",", -1))
            .filter(title -> !title.isEmpty())
            .toList();
    List<Contender> all = new ArrayList<>();
    for (Path original : paths(arguments, "operators")) {
      Path jar = Jars.copy(original, work);
      for (Path home : paths(arguments, "jdks")) {
        Jdk jdk = Jdk.in(home);
        Variant.of(jdk.version()).stream()
            .filter(variant -> wanted.isEmpty() || wanted.contains(variant.title()))
            .forEach(variant -> all.add(new Contender(jar, jdk, variant, kubeconfig, work)));
      }
    }
    return all;
  }

  private static void rounds(Arguments arguments, List<Contender> contenders, Results results) {
    contenders.forEach(Contender::train);
    int rounds = arguments.number("rounds", 5);
    int idle = arguments.number("idle", 10);
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : contenders) {
        results.add(round, contender.title(), contender.measure(idle));
      }
      System.err.println("round " + round + " of " + rounds + ": load " + Machine.load());
    }
  }

  private static List<Path> paths(Arguments arguments, String name) {
    return Arrays.stream(arguments.text(name).split(":", -1)).map(Path::of).toList();
  }
}
