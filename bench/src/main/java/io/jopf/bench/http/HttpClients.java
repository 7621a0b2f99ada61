package io.jopf.bench.http;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Report;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.ControlPlane;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command {@code bench/http-clients}. */
final class HttpClients {

  private static final String[] NAMES = {
    "control-plane",
    "stacks",
    "own-classes",
    "work",
    "out",
    "clients",
    "rounds",
    "creates",
    "parallel",
    "silence-rounds",
    "silence-limit"
  };

  private HttpClients() {}

  public static void main(String[] args) {
    Arguments arguments = new Arguments(args, NAMES);
    Report report = new Report(arguments.path("out"));
    report.line("HTTP clients below the Kubernetes client: " + Machine.line());
    Path work = arguments.path("work");
    List<Stack> stacks =
        Arrays.stream(arguments.text("clients").split(",", -1))
            .map(name -> Stack.read(arguments.path("stacks"), name))
            .toList();
    try (ControlPlane cluster =
            ControlPlane.start(
                arguments.path("control-plane"), work.resolve("cluster"), "--nodes", "");
        KubernetesClient admin = cluster.connect()) {
      Trials trials = new Trials(cluster.kubeconfig(), admin, arguments.text("own-classes"), work);
      new LoadRounds(arguments, trials).run(stacks, report);
      new SilenceRounds(arguments, trials).run(stacks, report);
    }
    report.line("at the end: load " + Machine.load());
    report.close("http-clients");
  }
}
