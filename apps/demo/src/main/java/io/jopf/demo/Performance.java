package io.jopf.demo;

import io.jopf.demo.cluster.ClusterWriter;
import io.jopf.demo.cluster.Target;
import io.jopf.demo.example.Example;
import io.jopf.demo.operator.Operators;
import io.jopf.demo.state.ClusterView;
import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Snapshots;
import io.jopf.demo.state.Verdict;
import io.jopf.demo.state.Verdicts;
import io.jopf.demo.view.Display;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Applies the examples and shows them until all have ended. */
final class Performance {

  /** Between two looks when nothing changes; times move on. */
  private static final int TICK_MILLIS = 200;

  /** Changes come in bursts; one frame for each burst. */
  private static final int PAUSE_MILLIS = 20;

  private final Target target;
  private final List<String> namespaces;
  private final List<Example> examples;
  private final Operators operators;
  private final Display display;
  private final Semaphore changes = new Semaphore(0);

  Performance(
      Target target,
      List<String> namespaces,
      List<Example> examples,
      Operators operators,
      Display display) {
    this.target = target;
    this.namespaces = namespaces;
    this.examples = examples;
    this.operators = operators;
    this.display = display;
  }

  /**
   * Runs to the end.
   *
   * @return whether every example ended as documented
   */
  boolean run(ClusterWriter writer, Cleanup cleanup) throws InterruptedException {
    ClusterView view =
        cleanup.acquire(
            () -> new ClusterView(target.client(), namespaces, changes::release),
            ClusterView::close);
    examples.forEach(example -> apply(example, writer));
    List<Verdict> verdicts = follow(new Snapshots(view, namespaces, examples));
    display.close();
    display.summary(verdicts);
    if (!verdicts.stream().allMatch(Verdict::over)) {
      throw new DemoException(
          "not all examples have ended within " + target.patience().toSeconds() + " s");
    }
    return verdicts.stream().allMatch(Verdict::asExpected);
  }

  private void apply(Example example, ClusterWriter writer) {
    if (example.isNamespaced()) {
      writer.apply(example.object(), namespaces.get(example.place()));
    } else if (example.kind().equals("PersistentVolume")) {
      writer.fresh(example.object());
    } else {
      writer.ifAbsent(example.object());
    }
  }

  private List<Verdict> follow(Snapshots snapshots) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      Duration now = Duration.ofNanos(System.nanoTime() - start);
      Snapshot snapshot = snapshots.at(now);
      display.show(snapshot, now, target.title());
      List<Verdict> verdicts = Verdicts.of(snapshot);
      if (verdicts.stream().allMatch(Verdict::over) || now.compareTo(target.patience()) > 0) {
        return verdicts;
      }
      operators.checkAlive();
      if (changes.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        changes.drainPermits();
      }
    }
  }
}
