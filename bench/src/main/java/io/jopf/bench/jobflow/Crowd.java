package io.jopf.bench.jobflow;

import io.jopf.bench.measure.Audit;
import io.jopf.bench.measure.Results;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.run.Operator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** What depends on many flows being there: work beside them, a restart, memory, rest. */
final class Crowd {

  static final String RESTART = "restart s";
  static final String LOST = "restart lost or doubled";
  static final String HEAP = "heap KB per flow";
  static final String WORKED = "resident MB after the work";
  static final String RESIDENT = "resident MB at rest";

  private static final int TAKES_MS = 10_000;
  private static final int STEPS = 10;
  private static final int PATIENCE = 600;
  private static final int LONG_PATIENCE = 1800;
  private static final int PORTION = 500;
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(5);

  private final Scene scene;
  private final Stage stage;
  private final Results results;
  private final Sizes sizes;

  Crowd(Scene scene, Stage stage, Results results, Sizes sizes) {
    this.scene = scene;
    this.stage = stage;
    this.results = results;
    this.sizes = sizes;
  }

  /** Flows whose Jobs take ten seconds, more or less, while something else is measured. */
  void beside(Runnable measured) {
    List<Run> runs = begin("crowd", sizes.active(), Graph.chain(STEPS), TAKES_MS);
    measured.run();
    Samples hops = new Samples();
    runs.forEach(run -> run.hops().forEach(hops::add));
    results.add(1, Target.OPERATOR, "hop of the crowd p50 ms", hops.median());
    results.add(1, Target.OPERATOR, "hop of the crowd p99 ms", hops.percentile(99));
    runs.forEach(run -> run.await(PATIENCE));
  }

  private List<Run> begin(String namespace, int count, Graph graph, int delayMs) {
    scene.namespace(namespace);
    List<Run> runs =
        IntStream.range(0, count)
            .mapToObj(i -> stage.expect(namespace, "f" + i, graph, delayMs))
            .toList();
    IntStream.range(0, count).parallel().forEach(i -> begin(namespace, i, graph));
    runs.forEach(run -> run.awaitBegin(LONG_PATIENCE));
    return runs;
  }

  private void begin(String namespace, int number, Graph graph) {
    scene.client.resource(Manifests.flow(Manifests.GROUP, namespace, "f" + number, graph)).create();
  }

  /** Killed while all flows run; half of their Jobs complete before it is back. */
  void restart() {
    scene.clear();
    int count = sizes.restart();
    List<Run> runs = begin("restart", count, Graph.chain(3), Stage.HELD);
    scene.settle();
    scene.kill();
    stage.letGo(count / 2);
    scene.settle();
    scene.audit.next();
    long begin = System.nanoTime();
    Operator again = scene.start();
    double ready = again.awaitReady() / 1000;
    await(() -> runs.stream().filter(run -> run.isCreated(1)).count() >= count / 2);
    results.add(1, Target.OPERATOR, RESTART, (System.nanoTime() - begin) / 1e9);
    results.add(1, Target.OPERATOR, "restart ready s", ready);
    scene.settle();
    Audit.Counts counts = scene.audit.next();
    System.err.println("restart: " + counts);
    long second = runs.stream().filter(run -> run.isCreated(1)).count();
    long doubled = runs.stream().mapToLong(Run::duplicates).sum();
    results.add(1, Target.OPERATOR, LOST, (double) (Math.abs(second - count / 2) + doubled));
    stage.check();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within " + PATIENCE + " s");
      }
      LockSupport.parkNanos(POLL);
    }
  }

  /**
   * Flows of five steps, most of which have ended: what the process that has done that holds, and
   * what a fresh one holds and does.
   */
  void rest() {
    int finished = sizes.finished();
    int all = finished + sizes.held();
    if (all > 0) {
      scene.clear();
      // nothing of what was played before
      scene.kill();
      scene.start().awaitReady();
      double empty = scene.operator().heapMb();
      for (int done = 0; done < finished; done += PORTION) {
        int count = Math.min(PORTION, finished - done);
        begin("finished-" + done / PORTION, count, Graph.chain(5), 0)
            .forEach(run -> run.await(LONG_PATIENCE));
      }
      begin("held", sizes.held(), Graph.chain(5), Stage.HELD);
      scene.settle();
      scene.settle();
      results.add(1, Target.OPERATOR, WORKED, scene.operator().status().residentMb());
      results.add(1, Target.OPERATOR, "peak MB", scene.operator().status().peakMb());
      double full = scene.operator().heapMb();
      results.add(1, Target.OPERATOR, HEAP, (full - empty) * 1024 / all);
      scene.kill();
      long begin = System.nanoTime();
      scene.start().awaitReady();
      results.add(1, Target.OPERATOR, "ready with all flows s", (System.nanoTime() - begin) / 1e9);
      for (int i = 0; i < 15; i++) {
        scene.settle();
      }
    }
    results.add(1, Target.OPERATOR, RESIDENT, scene.operator().status().residentMb());
    scene.audit.next();
    double cpu = scene.operator().cpuMs();
    long begin = System.nanoTime();
    for (int i = 0; i < 15; i++) {
      scene.settle();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    results.add(1, Target.OPERATOR, "idle CPU %", (scene.operator().cpuMs() - cpu) / 10 / seconds);
    Audit.Counts counts = scene.audit.next();
    results.add(1, Target.OPERATOR, "idle writes", counts.writes());
  }
}
