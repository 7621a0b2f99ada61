package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Machine;
import io.jopf.bench.measure.Results;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.ControlPlane;
import io.jopf.bench.run.Definitions;
import io.jopf.bench.run.Jars;
import io.jopf.bench.run.Java;
import io.jopf.bench.run.Operator;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** All chains of one setting, on a cluster of its own. */
final class Play {

  static final String OPERATOR = "operator";
  static final String BARE = "bare client";
  private static final int SECONDS_PER_JOB = 10;

  private final Setting setting;
  private final Results results;
  private final Path binary;
  private final Path work;
  private final Path operator;
  private final Path crds;
  private final int rounds;
  private final int jobs;
  private final int runMs;

  Play(Arguments arguments, Setting setting, Results results) {
    this.setting = setting;
    this.results = results;
    binary = arguments.path("control-plane");
    work = arguments.path("work");
    operator = Jars.copy(arguments.path("operator"), work);
    crds = arguments.path("crds");
    rounds = arguments.number("rounds", 5);
    jobs = arguments.number("jobs", 26);
    runMs = arguments.number("run-ms", 200);
  }

  void run() {
    String name = setting.name().toLowerCase(Locale.ROOT);
    List<String> java = Java.same().command(List.of("-Xmx256m"), operator);
    try (ControlPlane cluster =
            ControlPlane.start(binary, work.resolve(name), setting.flags(runMs));
        KubernetesClient client = cluster.connect();
        KubernetesClient bare = cluster.connect();
        JobPlayer player = new JobPlayer(client, runMs)) {
      Definitions.apply(client, crds);
      try (Operator process =
          Operator.start(java, cluster.kubeconfig(), work.resolve(name + "-operator.log"))) {
        process.awaitReady();
        for (int round = 0; round <= rounds; round++) {
          chain(client, player, OPERATOR, new FlowChain(client), round);
          chain(client, player, BARE, new BareChain(bare), round);
          System.err.println(name + " " + round + " of " + rounds + ": load " + Machine.load());
        }
      }
    }
  }

  /** Round 0 warms up, and is told apart. */
  private void chain(
      KubernetesClient client, JobPlayer player, String who, Chain chain, int round) {
    String namespace = who.replace(' ', '-') + "-" + round;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    if (setting == Setting.PLAYER) {
      player.play(namespace);
    }
    try (chain;
        Observer observer = new Observer(client, namespace, jobs)) {
      chain.begin(namespace, jobs);
      observer.await(jobs * SECONDS_PER_JOB);
      String row = setting.row(round == 0 ? who + " (first chain)" : who);
      observer.hops().forEach(hop -> results.add(round, row, Hop.FIGURE, hop));
    }
  }
}
