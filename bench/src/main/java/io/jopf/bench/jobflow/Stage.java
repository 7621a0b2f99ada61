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
import org.jspecify.annotations.Nullable;

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
  private final boolean plays;
  private final Map<String, Expected> expected = new ConcurrentHashMap<>();
  private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS);
  private final Deque<Runnable> held = new ArrayDeque<>();
  private final AtomicInteger strange = new AtomicInteger();
  private final Queue<String> losses = new ConcurrentLinkedQueue<>();
  private final Watch watch;

  /**
   * Looks on.
   *
   * @param plays whether it completes Jobs; else the Job controller does, when their pods have
   *     ended
   */
  Stage(KubernetesClient client, boolean plays) {
    this.client = client;
    this.plays = plays;
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
    String namespace = job.getMetadata().getNamespace();
    String name = job.getMetadata().getName();
    if (action == Action.ADDED) {
      appeared(namespace, name, () -> complete(job));
    } else if (Manifests.isComplete(job)) {
      completed(namespace, name);
    }
  }

  /**
   * The Job of a step is there.
   *
   * @param complete completes it
   */
  void appeared(String namespace, String job, Runnable complete) {
    long now = System.nanoTime();
    Expected flow = expected(namespace, job);
    if (flow != null) {
      flow.run.created(Manifests.stepOf(job), now);
      perform(complete, flow.delayMs);
    }
  }

  /** The Job of a step has completed. */
  void completed(String namespace, String job) {
    long now = System.nanoTime();
    Expected flow = expected(namespace, job);
    if (flow != null) {
      flow.run.completed(Manifests.stepOf(job), now);
    }
  }

  private @Nullable Expected expected(String namespace, String job) {
    Expected flow = expected.get(Manifests.flowOf(namespace, job));
    if (flow == null) {
      strange.incrementAndGet();
    }
    return flow;
  }

  private void perform(Runnable complete, int delayMs) {
    if (!plays) {
      return;
    }
    if (delayMs == HELD) {
      synchronized (held) {
        held.add(complete);
      }
      return;
    }
    int spread = delayMs > 1000 ? ThreadLocalRandom.current().nextInt(delayMs) - delayMs / 2 : 0;
    var unused =
        hands.schedule(() -> safely(complete), (long) delayMs + spread, TimeUnit.MILLISECONDS);
  }

  private void complete(Job job) {
    client.resource(job).subresource("status").patch(MERGE, Manifests.completed());
  }

  private void safely(Runnable complete) {
    try {
      complete.run();
    } catch (RuntimeException e) {
      losses.add(String.valueOf(e.getMessage()));
    }
  }

  /** Completes so many of the Jobs that are held, the oldest first, and waits for that. */
  void letGo(int count) {
    for (int i = 0; i < count; i++) {
      Runnable complete;
      synchronized (held) {
        complete = held.remove();
      }
      safely(complete);
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
