package io.jopf.bench.http;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Column;
import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.measure.Results;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.ControlPlane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code bench/http-clients}. */
final class HttpClients {

  private static final List<Column> LOAD =
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

  private static final List<Column> SILENCE =
      Silence.all().stream()
          .flatMap(
              silence ->
                  Stream.of("watch_", "request_")
                      .filter(kind -> silence.busy() || kind.equals("watch_"))
                      .map(kind -> kind + silence.title()))
          .map(figure -> new Column(figure, figure.replace('_', ' ') + " s", 1))
          .toList();

  private static final int LOAD_SECONDS = 300;
  private static final int GRACE_SECONDS = 120;

  private HttpClients() {}

  public static void main(String[] args) {
    Arguments arguments =
        new Arguments(
            args,
            "control-plane",
            "stacks",
            "clients",
            "own-classes",
            "work",
            "out",
            "rounds",
            "creates",
            "parallel",
            "silence-rounds",
            "silence-limit");
    Report report = new Report(arguments.path("out"));
    report.line("HTTP clients below the Kubernetes client: " + Machine.line());
    Path work = arguments.path("work");
    List<Stack> stacks =
        Arrays.stream(arguments.text("clients").split(",", -1))
            .map(name -> Stack.read(arguments.path("stacks"), name))
            .toList();
    try (ControlPlane cluster =
            ControlPlane.start(arguments.path("control-plane"), "", work.resolve("cluster"));
        KubernetesClient admin = Connection.open(cluster.kubeconfig())) {
      Trials trials = new Trials(cluster.kubeconfig(), admin, arguments.text("own-classes"), work);
      load(arguments, stacks, trials, report);
      silence(arguments, stacks, trials, report);
    }
    report.line("at the end: load " + Machine.load());
    report.close("http-clients");
  }

  private static void load(Arguments arguments, List<Stack> stacks, Trials trials, Report report) {
    Results results = new Results();
    List<String> size =
        List.of(
            "--creates", arguments.text("creates", "2000"),
            "--parallel", arguments.text("parallel", "64"));
    int rounds = arguments.number("rounds", 5);
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < stacks.size(); i++) {
        // another one begins each round
        Stack stack = stacks.get((i + round) % stacks.size());
        try (Trials.Running trial = trials.start(stack, LoadTrial.class, size)) {
          results.add(round, stack.name(), trial.figures(LOAD_SECONDS));
        }
      }
      System.err.println("round " + (round + 1) + " of " + rounds + ": load " + Machine.load());
    }
    if (rounds > 0) {
      stacks.forEach(stack -> weight(stack, results));
      report.table("http-clients-load", results.medians("client", "-", LOAD));
      report.keep("http-clients-load-raw", results.raw());
    }
  }

  private static void weight(Stack stack, Results results) {
    results.add(0, stack.name(), "jars", stack.added().size());
    results.add(0, stack.name(), "jars_mb", Stack.megabytes(stack.added()));
    results.add(0, stack.name(), "beside_netty_mb", Stack.megabytes(stack.addedBesideNetty()));
  }

  /** These hardly compute, so all clients wait at the same time. */
  private static void silence(
      Arguments arguments, List<Stack> stacks, Trials trials, Report report) {
    Results results = new Results();
    int limit = arguments.number("silence-limit", 300);
    int rounds = arguments.number("silence-rounds", 1);
    for (int round = 0; round < rounds; round++) {
      List<Trials.Running> running = new ArrayList<>();
      for (Stack stack : stacks) {
        running.add(
            trials.start(stack, SilenceTrial.class, List.of("--limit", Integer.toString(limit))));
      }
      for (int i = 0; i < stacks.size(); i++) {
        try (Trials.Running trial = running.get(i)) {
          results.add(round, stacks.get(i).name(), trial.figures(limit + GRACE_SECONDS));
        }
      }
    }
    if (rounds > 0) {
      report.table(
          "http-clients-silence", results.medians("after silence", ">" + limit, SILENCE).turned());
      report.keep("http-clients-silence-raw", results.raw());
    }
  }
}
