package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sees from outside when the Jobs of a chain appear and complete. */
final class Observer implements Watcher<Job>, AutoCloseable {

  private static final double NANOS_PER_MS = 1e6;

  private final List<Long> created = new ArrayList<>();
  private final List<Long> completed = new ArrayList<>();
  private final Set<String> complete = new HashSet<>();
  private final CountDownLatch left;
  private final Watch watch;

  /** Watches a namespace, in which a chain of that many Jobs is about to begin. */
  Observer(KubernetesClient client, String namespace, int jobs) {
    left = new CountDownLatch(jobs);
    watch = client.batch().v1().jobs().inNamespace(namespace).watch(this);
  }

  @Override
  public synchronized void eventReceived(Action action, Job job) {
    long now = System.nanoTime();
    if (action == Action.ADDED) {
      created.add(now);
    } else if (Jobs.isComplete(job) && complete.add(job.getMetadata().getName())) {
      completed.add(now);
      left.countDown();
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    // the chain does not end then, and await() says so
  }

  /** Milliseconds from each completion to the creation after it, when all have completed. */
  synchronized List<Double> hops() {
    if (created.size() != completed.size()) {
      throw new IllegalStateException(created.size() + " created, " + completed.size() + " ended");
    }
    List<Double> hops = new ArrayList<>();
    for (int i = 1; i < created.size(); i++) {
      hops.add((created.get(i) - completed.get(i - 1)) / NANOS_PER_MS);
    }
    return hops;
  }

  /** Waits until all have completed. */
  void await(int seconds) {
    try {
      if (!left.await(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException(left.getCount() + " Jobs left after " + seconds + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
