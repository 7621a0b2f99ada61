package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Requeue;
import io.jopf.WatchEvent;
import io.jopf.annotation.From;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnEvent;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.flow.rollout.NodeStatus;
import io.jopf.flow.rollout.Place;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.heritage.Heritage;
import io.jopf.jobflow.heritage.LeftDaemonJob;
import io.jopf.jobflow.heritage.LeftJobs;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.node.NodeChoice;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.run.Hands;
import io.jopf.jobflow.run.Jobs;
import io.jopf.jobflow.run.NodeLabelling;
import io.jopf.jobflow.run.NodeRound;
import io.jopf.jobflow.status.NodeHappenings;
import io.jopf.jobflow.status.NodeReport;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a job of each DaemonJob on every node that it chooses. */
@Handlers(DaemonJob.class)
class DaemonJobHandlers {
  private final Time time;
  private final KubernetesClient client;
  private final Followers followers;
  private final Hands hands;

  DaemonJobHandlers(Time time, KubernetesClient client, Followers followers, Hands hands) {
    this.time = time;
    this.client = client;
    this.followers = followers;
    this.hands = hands;
  }

  @Reconcile(whileDeleting = true)
  @Owns(value = Job.class, labels = Marks.SELECTOR, omittedFields = Marks.OMITTED)
  DaemonJobStatus daemonJob(
      DaemonJob daemonJob,
      Owned<Job> owned,
      @From(NodeHandlers.class) Indexed<String, NodeFacts> nodes,
      Children children,
      Patch<DaemonJob> patch,
      Requeue requeue,
      EventRecorder events) {
    Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
    ObjectKey key = ObjectKey.of(daemonJob);
    NodeChoice choice = new NodeChoice(daemonJob.getSpec());
    followers.follow(key, choice);
    List<Job> present = owned.list();
    DaemonJobStatus stored = daemonJob.getStatus();
    if (stored != null && Heritage.isLeft(stored.state(), stored.observedGeneration())) {
      LeftDaemonJob left = new LeftDaemonJob(daemonJob);
      present = LeftJobs.ofDaemonJobs(client).takeOver(daemonJob, left.names());
      stored = left.status();
    }
    Jobs jobs = new Jobs(children, present, Marks.NODE);
    NodeReport before = NodeReport.of(stored);
    NodeRound round =
        new NodeRound(
            daemonJob,
            places(choice, nodes),
            choice.unknown(nodes.keys()),
            jobs,
            new NodeLabelling(node -> there(node, nodes), this::label),
            () -> client.resource(daemonJob).delete(),
            hands,
            now);
    NodeReport after = round.report(before);
    NodeHappenings.between(before, after, jobs.created()).tell(events);
    if (after.endStoredIn(before) && round.isOver()) {
      followers.unfollow(key);
    }
    DaemonJobStatus status = after.status();
    Instant again = round.again();
    if (again != null) {
      requeue.after(Duration.between(time.now(), again));
    }
    jobs.finish(requeue, () -> patch.status(latest -> latest.setStatus(status)));
    return status;
  }

  private static Optional<NodeFacts> there(NodeStatus status, Indexed<String, NodeFacts> nodes) {
    return nodes.get(status.name()).stream()
        .filter(node -> status.uid() == null || node.uid().startsWith(status.uid()))
        .findFirst();
  }

  private void label(NodeFacts node, Map<String, String> labels) {
    // the UID keeps them off another node of the name
    Map<String, Object> patch = Map.of("metadata", Map.of("uid", node.uid(), "labels", labels));
    client
        .nodes()
        .withName(node.name())
        .patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(patch));
  }

  private static Map<String, Place> places(NodeChoice choice, Indexed<String, NodeFacts> nodes) {
    Map<String, Place> places = new HashMap<>();
    for (String name : nodes.keys()) {
      nodes.get(name).forEach(node -> places.put(name, choice.place(node)));
    }
    return places;
  }

  @OnEvent
  void seen(DaemonJob daemonJob, WatchEvent event) {
    if (event.type() == WatchEvent.Type.DELETED) {
      followers.unfollow(ObjectKey.of(daemonJob));
    }
  }
}
