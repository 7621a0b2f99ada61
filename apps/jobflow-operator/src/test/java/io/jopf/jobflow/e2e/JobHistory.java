package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jopf.test.Cluster;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What becomes of the Jobs of a namespace, in the API server's order: {@code "a added"}, {@code "a
 * Complete"}. Nothing is missed, whoever makes the Jobs and however short they are there.
 */
final class JobHistory implements Watcher<Job>, AutoCloseable {

  private final List<String> happenings = new CopyOnWriteArrayList<>();
  private final List<String> losses = new CopyOnWriteArrayList<>();
  private final Watch watch;

  private JobHistory(Cluster cluster) {
    watch = cluster.client().batch().v1().jobs().watch(this);
  }

  static JobHistory of(Cluster cluster) {
    return new JobHistory(cluster);
  }

  @Override
  public void eventReceived(Action action, Job job) {
    String name = job.getMetadata().getName();
    if (action == Action.ADDED) {
      happenings.add(name + " added");
    }
    if (job.getStatus() != null) {
      job.getStatus().getConditions().stream()
          .filter(condition -> "True".equals(condition.getStatus()))
          .map(condition -> name + " " + condition.getType())
          .filter(happening -> !happenings.contains(happening))
          .forEach(happenings::add);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    losses.add(String.valueOf(cause.getMessage()));
  }

  boolean knows(String happening) {
    return happenings.contains(happening);
  }

  /** The Jobs made, one entry for each time. */
  Stream<String> added() {
    return happenings.stream().filter(h -> h.endsWith(" added")).map(h -> h.replace(" added", ""));
  }

  /** Holds that a Job was made after others were complete. */
  void assertThatAfter(List<String> dependencies, String job) {
    for (String dependency : dependencies) {
      assertThat(happenings).containsSubsequence(dependency + " Complete", job + " added");
    }
  }

  /** Holds that exactly these Jobs were made, each once. */
  void assertThatOnce(String... jobs) {
    assertThat(losses).as("the watch").isEmpty();
    assertThat(added()).containsExactlyInAnyOrder(jobs);
  }

  @Override
  public void close() {
    watch.close();
  }
}
