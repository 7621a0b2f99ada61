package io.jopf.jobflow.run;

import io.jopf.flow.Decision;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.NodeEngine;
import io.jopf.flow.Start;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.job.ChildJob;
import io.jopf.jobflow.status.Extras;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at a DaemonJob. */
public final class NodeRound {
  private final DaemonJob daemonJob;
  private final Jobs jobs;
  private final List<String> nodes;
  private final Instant now;

  /**
   * A look at what is there now.
   *
   * @param nodes names of all nodes of the cluster
   * @param now in whole seconds
   */
  public NodeRound(DaemonJob daemonJob, Jobs jobs, Collection<String> nodes, Instant now) {
    this.daemonJob = daemonJob;
    this.jobs = jobs;
    this.nodes = selected(nodes, daemonJob);
    this.now = now;
  }

  private static List<String> selected(Collection<String> nodes, DaemonJob daemonJob) {
    if (daemonJob.getSpec() == null) {
      return List.of();
    }
    Set<String> excluded = names(daemonJob.getSpec().getExcludeNodeList());
    return nodes.stream().filter(node -> !excluded.contains(node)).toList();
  }

  /** Names separated by commas; spaces, empty items and repetitions do not matter. */
  static Set<String> names(@Nullable String list) {
    Set<String> names = new HashSet<>();
    if (list != null) {
      Arrays.stream(list.split(",", -1)).map(String::strip).forEach(names::add);
    }
    return names;
  }

  /** Creates what is due and tells how the DaemonJob stands then. */
  public Report report(Report before) {
    FlowStatus remembered = before.flow();
    for (Start start : decide(remembered).toStart()) {
      jobs.start(start.step(), ChildJob.ofNode(daemonJob, start.step()));
    }
    FlowStatus after = decide(remembered).status();
    TimeToLive.putOn(jobs, remembered.steps(), after.steps());
    return before.next(
        daemonJob.getMetadata(), after, jobs.byStep(), jobs.all(), Extras.none(), now);
  }

  private Decision decide(FlowStatus remembered) {
    boolean deleting = daemonJob.getMetadata().getDeletionTimestamp() != null;
    return NodeEngine.decide(nodes, remembered, jobs.observed(), deleting, now);
  }
}
