package io.jopf.bench.jobflow;

import io.jopf.bench.measure.Results;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.run.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** What depends on many flows being there: work beside them, a restart, memory, rest. */
final class Crowd {

  static final String RESTART = "restart s";
  static final String LOST = "restart lost or doubled";

  private static final int TAKES_MS = 10_000;
  private static final int STEPS = 10;
  private static final int PATIENCE = 600;
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(5);

  private final Scene scene;
  private final Stage stage;
  private final FlowOperator operator;
  private final Results results;
  private final Sizes sizes;

  Crowd(Scene scene, Stage stage, FlowOperator operator, Results results, Sizes sizes) {
    this.scene = scene;
    this.stage = stage;
    this.operator = operator;
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
    IntStream.range(0, count).parallel().forEach(i -> operator.begin(namespace, "f" + i, graph));
    runs.forEach(run -> run.awaitBegin(PATIENCE));
    return runs;
  }

  /** Killed while all flows run; half of their Jobs complete before it is back. */
  void restart() {
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

  /** Flows of five steps that have all ended, in a fresh process: what it holds, and does. */
  void rest() {
    int count = sizes.finished();
    List<Run> ended = new ArrayList<>();
    double empty = 0;
    if (count > 0) {
      scene.settle();
      empty = scene.operator().heapMb();
      ended.addAll(begin("finished", count, Graph.chain(5), 0));
      ended.forEach(run -> run.await(PATIENCE));
      scene.settle();
      double full = scene.operator().heapMb();
      results.add(1, Target.OPERATOR, "heap KB per finished flow", (full - empty) * 1024 / count);
      results.add(1, Target.OPERATOR, "peak MB", scene.operator().status().peakMb());
      scene.kill();
      scene.start().awaitReady();
      for (int i = 0; i < 10; i++) {
        scene.settle();
      }
    }
    results.add(1, Target.OPERATOR, "resident MB", scene.operator().status().residentMb());
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
