package io.jopf.bench.jobflow;

import io.jopf.bench.measure.Audit;
import io.jopf.bench.measure.Results;
import io.jopf.bench.measure.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Graphs that the operator and the bare client carry out in turns. */
final class Plays {

  static final String IDLE = "hop idle";
  static final String BUSY = "hop busy";
  static final String CHAIN = "chain s";
  static final String FAN = "fan creations/s";
  static final String LAYERS = "layers s";

  private static final int PAUSE_MS = 100;
  private static final int PATIENCE = 300;

  private final Scene scene;
  private final Stage stage;
  private final List<Contender> contenders;
  private final Results results;
  private final Sizes sizes;

  Plays(Scene scene, Stage stage, List<Contender> contenders, Results results, Sizes sizes) {
    this.scene = scene;
    this.stage = stage;
    this.contenders = contenders;
    this.results = results;
    this.sizes = sizes;
  }

  void hops(int round, String title) {
    for (Contender contender : order(round)) {
      Run run = play(contender, title, round, Graph.chain(sizes.hops()), PAUSE_MS);
      if (round > 0) {
        Samples hops = new Samples();
        run.hops().forEach(hops::add);
        add(round, contender, title + " p50 ms", hops.median());
        add(round, contender, title + " p99 ms", hops.percentile(99));
      }
    }
  }

  void chain(int round) {
    for (Contender contender : order(round)) {
      add(round, contender, CHAIN, play(contender, CHAIN, round, Graph.chain(sizes.chain()), 0));
    }
  }

  void layers(int round) {
    Graph graph = Graph.layers(sizes.layers(), sizes.width());
    for (Contender contender : order(round)) {
      add(round, contender, LAYERS, play(contender, LAYERS, round, graph, 0));
    }
  }

  void fan(int round) {
    Graph graph = Graph.fan(sizes.fan());
    for (Contender contender : order(round)) {
      Run run = play(contender, FAN, round, graph, 0);
      if (round > 0) {
        add(round, contender, FAN, run.creationsPerSecond());
      }
    }
  }

  private void add(int round, Contender contender, String figure, Run run) {
    if (round > 0) {
      add(round, contender, figure, run.seconds());
    }
  }

  private void add(int round, Contender contender, String figure, double value) {
    results.add(round, contender.name(), figure, value);
  }

  private Run play(Contender contender, String title, int round, Graph graph, int delayMs) {
    String what = title.replaceAll("[^a-z]+", "-") + "-" + round;
    String namespace = scene.namespace(contender.name().replace(' ', '-') + "-" + what);
    scene.audit.next();
    Run run = stage.expect(namespace, "f", graph, delayMs);
    contender.begin(namespace, "f", graph);
    run.await(PATIENCE);
    scene.settle();
    stage.check();
    if (run.duplicates() > 0) {
      throw new IllegalStateException(run.duplicates() + " Jobs of " + namespace + " made twice");
    }
    // beside a crowd most requests are the crowd's
    if (contender instanceof FlowOperator && round > 0 && !title.equals(BUSY)) {
      cost(round, title, namespace, graph);
    }
    return run;
  }

  /** What it cost the API server, and how large the status is. */
  private void cost(int round, String title, String namespace, Graph graph) {
    Audit.Counts counts = scene.audit.next();
    String short_ = title.replaceAll(" .*", "");
    String row = Target.OPERATOR;
    double steps = graph.size();
    results.add(round, row, short_ + " writes", counts.writes());
    results.add(round, row, short_ + " creates/step", counts.of("create jobs") / steps);
    results.add(
        round, row, short_ + " status writes/step", counts.of("patch jobflows/status") / steps);
    results.add(round, row, short_ + " reads", counts.reads());
    results.add(round, row, short_ + " events", counts.of("create events"));
    results.add(round, row, short_ + " status KB", FlowStates.statusKb(scene.client, namespace));
    System.err.println(namespace + ": " + counts);
  }

  private List<Contender> order(int round) {
    List<Contender> turned = new ArrayList<>(contenders);
    Collections.rotate(turned, round);
    return turned;
  }
}
