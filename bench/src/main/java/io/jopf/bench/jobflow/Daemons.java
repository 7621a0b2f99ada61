package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.bench.measure.Audit;
import io.jopf.bench.measure.Results;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A Job on each of many nodes, from the first request until the last Job is seen, and what
 * heartbeats of the nodes cost afterwards. No node is more than an object.
 */
final class Daemons {

  static final String FIGURE = "daemon s";
  static final String HEARTBEATS = "heartbeat writes";

  private static final PatchContext MERGE = PatchContext.of(PatchType.STRATEGIC_MERGE);
  private static final int PATIENCE = 300;
  private static final int BEATS = 3;

  private final Scene scene;
  private final Stage stage;
  private final BareClient bare;
  private final Results results;
  private final int nodes;

  Daemons(Scene scene, Stage stage, BareClient bare, Results results, int nodes) {
    this.scene = scene;
    this.stage = stage;
    this.bare = bare;
    this.results = results;
    this.nodes = nodes;
  }

  void play(int round) {
    if (round == 0) {
      forEach(this::join);
      // the operator has them in its cache when it is asked
      scene.settle();
    }
    if (round % 2 == 0) {
      operator(round);
      bare(round);
    } else {
      bare(round);
      operator(round);
    }
  }

  private void operator(int round) {
    scene.audit.next();
    String namespace = scene.namespace("operator-daemon-" + round);
    double seconds =
        run(namespace, () -> scene.client.resource(Manifests.daemonJob(namespace, "d")).create());
    scene.settle();
    Audit.Counts counts = scene.audit.next();
    System.err.println(namespace + ": " + counts);
    if (round > 0) {
      results.add(round, Target.OPERATOR, FIGURE, seconds);
      results.add(round, Target.OPERATOR, "daemon writes/node", counts.writes() / (double) nodes);
      results.add(round, Target.OPERATOR, "daemon reads", counts.reads());
      heartbeats(round);
    }
  }

  private void bare(int round) {
    String namespace = scene.namespace("bare-client-daemon-" + round);
    Graph free = Graph.free(nodes);
    double seconds = run(namespace, () -> bare.begin(namespace, "d", free));
    if (round > 0) {
      results.add(round, Target.BARE, FIGURE, seconds);
    }
  }

  private double run(String namespace, Runnable begin) {
    Run run = stage.expect(namespace, "d", Graph.free(nodes), 0);
    long start = System.nanoTime();
    begin.run();
    run.await(PATIENCE);
    stage.check();
    if (run.duplicates() > 0) {
      throw new IllegalStateException(run.duplicates() + " Jobs of " + namespace + " made twice");
    }
    return run.secondsToCreate(start);
  }

  private void heartbeats(int round) {
    scene.settle();
    scene.audit.next();
    for (int beat = 0; beat < BEATS; beat++) {
      forEach(this::beat);
    }
    scene.settle();
    results.add(round, Target.OPERATOR, HEARTBEATS, scene.audit.next().writes());
  }

  private void forEach(IntConsumer action) {
    IntStream.range(0, nodes).parallel().forEach(action);
  }

  private void join(int number) {
    KubernetesClient client = scene.client;
    Node node =
        new NodeBuilder()
            .withNewMetadata()
            .withName(Manifests.STEP + number)
            .addToLabels("kubernetes.io/os", "linux")
            .endMetadata()
            .build();
    client.resource(node).create();
    beat(number);
  }

  private void beat(int number) {
    scene
        .client
        .nodes()
        .withName(Manifests.STEP + number)
        .subresource("status")
        .patch(
            MERGE,
            "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\",\"reason\":\"KubeletReady\",\"lastHeartbeatTime\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + "\"}]}}");
  }
}
