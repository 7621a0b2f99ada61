package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.bench.measure.Audit;
import io.jopf.bench.measure.Results;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many flows of one step: from the first creation of a flow until the last is seen to have
 * succeeded. The bare client does the same writes as the operator: a Job and two statuses.
 */
final class Drain {

  static final String FIGURE = "one-step flows/s";

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final int PARALLEL = 32;
  private static final int PATIENCE = 300;
  private static final Graph ONE = Graph.chain(1);

  private final Scene scene;
  private final Stage stage;
  private final KubernetesClient bare;
  private final Results results;
  private final int flows;

  Drain(Scene scene, Stage stage, KubernetesClient bare, Results results, int flows) {
    this.scene = scene;
    this.stage = stage;
    this.bare = bare;
    this.results = results;
    this.flows = flows;
  }

  void play(int round) {
    boolean first = round % 2 == 0;
    if (first) {
      operator(round);
    }
    bare(round);
    if (!first) {
      operator(round);
    }
  }

  private void operator(int round) {
    String namespace = scene.namespace("operator-drain-" + round);
    scene.audit.next();
    try (FlowStates states =
        new FlowStates(scene.client, Manifests.GROUP, namespace, flows, name -> {})) {
      double seconds = run(Manifests.GROUP, namespace, states);
      scene.settle();
      Audit.Counts counts = scene.audit.next();
      System.err.println(namespace + ": " + counts);
      if (round > 0) {
        results.add(round, Target.OPERATOR, FIGURE, flows / seconds);
        results.add(round, Target.OPERATOR, "drain writes/flow", counts.writes() / (double) flows);
        results.add(round, Target.OPERATOR, "drain reads", counts.reads());
      }
    }
  }

  @SuppressWarnings("try") // watches that only have to be closed
  private void bare(int round) {
    String namespace = scene.namespace("bare-client-drain-" + round);
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
    try (Watch jobs =
            bare.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .watch(new Completions(threads, namespace));
        FlowStates all =
            new FlowStates(
                bare,
                Manifests.BARE_GROUP,
                namespace,
                flows,
                name ->
                    threads.execute(
                        () -> {
                          bare.resource(Manifests.job(namespace, name, 0)).create();
                          status(namespace, name, "Running");
                        }));
        FlowStates states =
            new FlowStates(scene.client, Manifests.BARE_GROUP, namespace, flows, name -> {})) {
      double seconds = run(Manifests.BARE_GROUP, namespace, states);
      if (round > 0) {
        results.add(round, Target.BARE, FIGURE, flows / seconds);
        results.add(round, Target.BARE, "drain writes/flow", 3);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private double run(String group, String namespace, FlowStates states) {
    ExecutorService users = Executors.newFixedThreadPool(PARALLEL);
    try {
      for (int i = 0; i < flows; i++) {
        stage.expect(namespace, "f" + i, ONE, 0);
      }
      long begin = System.nanoTime();
      for (int i = 0; i < flows; i++) {
        String name = "f" + i;
        users.execute(
            () -> scene.client.resource(Manifests.flow(group, namespace, name, ONE)).create());
      }
      states.await(PATIENCE);
      double seconds = (System.nanoTime() - begin) / 1e9;
      stage.check();
      return seconds;
    } finally {
      users.shutdownNow();
    }
  }

  private void status(String namespace, String name, String state) {
    bare.genericKubernetesResources(FlowStates.kind(Manifests.BARE_GROUP))
        .inNamespace(namespace)
        .withName(name)
        .subresource("status")
        .patch(MERGE, Manifests.status(state));
  }

  private final class Completions implements Watcher<Job> {

    private final ExecutorService threads;
    private final String namespace;

    Completions(ExecutorService threads, String namespace) {
      this.threads = threads;
      this.namespace = namespace;
    }

    @Override
    public void eventReceived(Action action, Job job) {
      if (action == Action.MODIFIED && Manifests.isComplete(job)) {
        String flow =
            Manifests.flowOf(namespace, job.getMetadata().getName())
                .substring(namespace.length() + 1);
        threads.execute(() -> status(namespace, flow, "Succeed"));
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      // the run does not end then
    }
  }
}
