package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees all Jobs appear and complete, and plays the Job controller: a Job completes as soon as it is
 * there, or after a while, or when it is let go.
 */
final class Stage implements Watcher<Job>, AutoCloseable {

  /** Jobs complete only when {@link #letGo} says so. */
  static final int HELD = -1;

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final int HANDS = 32;

  private record Expected(Run run, int delayMs) {}

  private final KubernetesClient client;
  private final Map<String, Expected> expected = new ConcurrentHashMap<>();
  private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS);
  private final Deque<Job> held = new ArrayDeque<>();
  private final AtomicInteger strange = new AtomicInteger();
  private final Queue<String> losses = new ConcurrentLinkedQueue<>();
  private final Watch watch;

  Stage(KubernetesClient client) {
    this.client = client;
    this.watch = client.batch().v1().jobs().inAnyNamespace().watch(this);
  }

  /**
   * A flow is about to begin.
   *
   * @param delayMs how long its Jobs take; with more than a second, half of it more or less
   */
  Run expect(String namespace, String flow, Graph graph, int delayMs) {
    Run run = new Run(graph);
    expected.put(namespace + "/" + flow, new Expected(run, delayMs));
    return run;
  }

  @Override
  public void eventReceived(Action action, Job job) {
    long now = System.nanoTime();
    Expected flow = expected.get(Manifests.flowOf(job));
    if (flow == null) {
      strange.incrementAndGet();
      return;
    }
    int step = Manifests.stepOf(job);
    if (action == Action.ADDED) {
      flow.run.created(step, now);
      perform(job, flow.delayMs);
    } else if (Manifests.isComplete(job)) {
      flow.run.completed(step, now);
    }
  }

  private void perform(Job job, int delayMs) {
    if (delayMs == HELD) {
      synchronized (held) {
        held.add(job);
      }
      return;
    }
    int spread = delayMs > 1000 ? ThreadLocalRandom.current().nextInt(delayMs) - delayMs / 2 : 0;
    var unused =
        hands.schedule(() -> complete(job), (long) delayMs + spread, TimeUnit.MILLISECONDS);
  }

  private void complete(Job job) {
    try {
      client.resource(job).subresource("status").patch(MERGE, Manifests.completed());
    } catch (RuntimeException e) {
      losses.add(String.valueOf(e.getMessage()));
    }
  }

  /** Completes so many of the Jobs that are held, the oldest first, and waits for that. */
  void letGo(int count) {
    for (int i = 0; i < count; i++) {
      Job job;
      synchronized (held) {
        job = held.remove();
      }
      complete(job);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    losses.add("the watch: " + cause.getMessage());
  }

  /** Throws if anything went wrong behind the scenes. */
  void check() {
    if (!losses.isEmpty() || strange.get() > 0) {
      throw new IllegalStateException(strange + " Jobs of nobody; " + losses);
    }
  }

  @Override
  public void close() {
    watch.close();
    hands.shutdownNow();
  }
}
