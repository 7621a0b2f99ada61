package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.Indexed;
import io.jopf.Memo;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Requeue;
import io.jopf.Watched;
import io.jopf.annotation.From;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.heritage.Heritage;
import io.jopf.jobflow.heritage.LeftFlow;
import io.jopf.jobflow.heritage.LeftJobs;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.live.LiveFlow;
import io.jopf.jobflow.live.LiveFlows;
import io.jopf.jobflow.meter.FlowMeters;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.Plans;
import io.jopf.jobflow.run.FlowRound;
import io.jopf.jobflow.run.Jobs;
import io.jopf.jobflow.run.Pursuit;
import io.jopf.jobflow.status.Happenings;
import io.jopf.jobflow.status.Report;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Runs the steps of each flow in their order. */
@Handlers(JobFlow.class)
class JobFlowHandlers {
  private final Time time;
  private final KubernetesClient client;
  private final Turns turns;
  private final LiveFlows flows;
  private final FlowMeters meters;

  JobFlowHandlers(
      Time time, KubernetesClient client, Turns turns, LiveFlows flows, FlowMeters meters) {
    this.time = time;
    this.client = client;
    this.turns = turns;
    this.flows = flows;
    this.meters = meters;
  }

  /** The raw object: hardly any has a key, and reading the whole of a large one takes its time. */
  @Index
  Map<String, Turns.Turn> queue(GenericKubernetesResource flow) {
    if (flow.get("spec", "concurrencyKey") == null) {
      return Map.of();
    }
    try {
      return Turns.of(client.getKubernetesSerialization().convertValue(flow, JobFlow.class));
    } catch (IllegalArgumentException e) {
      // of a later definition, perhaps; it is not to hold up the others
      return Map.of();
    }
  }

  /** The raw object: nothing else of it is looked at. */
  @Index
  Map<String, Boolean> states(GenericKubernetesResource flow) {
    return flow.get("status", "state") instanceof String state
        ? Map.of(state, true)
        : Map.of(FlowState.PENDING.text(), true);
  }

  @Reconcile(whileDeleting = true)
  @Owns(
      value = Job.class,
      labels = Marks.SELECTOR,
      mapper = LiveFlows.class,
      omittedFields = Marks.OMITTED)
  @Watches(value = JobTemplate.class, mapper = TemplateChanges.class)
  JobFlowStatus flow(
      JobFlow flow,
      Owned<Job> owned,
      Watched<JobTemplate> templates,
      Indexed<String, Turns.Turn> queue,
      Indexed<String, Boolean> states,
      @From(NodeHandlers.class) Indexed<String, NodeFacts> nodes,
      Children children,
      Memo memo,
      Patch<JobFlow> patch,
      Requeue requeue,
      EventRecorder events) {
    meters.count(state -> states.get(state).size());
    LiveFlow live = memo.get(LiveFlow.class, () -> flows.of(flow));
    live.beginRound();
    Pursuit next = null;
    FlowStatus told = null;
    try {
      Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
      FlowPlan plan = memo.get(Plans.class, Plans::new).of(flow);
      List<Job> present = owned.list();
      JobFlowStatus stored = flow.getStatus();
      if (stored != null && Heritage.isLeft(stored.state(), stored.observedGeneration())) {
        LeftFlow left = new LeftFlow(flow, plan);
        present = LeftJobs.ofFlows(client).takeOver(flow, left.names());
        stored = left.status();
      }
      Jobs jobs = new Jobs(children, present, Marks.STEP);
      Report before = Report.of(stored);
      String queued = turns.queued(flow, queue);
      ClusterWorld world = new ClusterWorld(client, flow, templates, nodes, queued);
      FlowStatus known = live.known(before.flow());
      FlowRound round = new FlowRound(flow, plan, jobs, world, now, flows.hands(), known);
      Report after = round.report(before);
      Happenings.between(before, after, jobs.created()).tell(events);
      meters.ended(before.flow().steps(), after.flow().steps());
      JobFlowStatus status = after.ofFlow();
      if (queued != null) {
        // the end of the others wakes it; a deletion by force may not
        requeue.after(Duration.ofSeconds(30));
      }
      Instant again = round.again();
      if (again != null) {
        requeue.after(Duration.between(time.now(), again));
      }
      jobs.finish(requeue, () -> patch.status(latest -> latest.setStatus(status)));
      next = round.pursuit();
      told = Report.of(status).flow();
      if (status.completionTime() != null) {
        memo.forget(Plans.class);
        memo.forget(LiveFlow.class);
      }
      return status;
    } finally {
      live.end(
          next,
          told,
          name -> owned.named(name).orElse(null),
          created -> Happenings.of(created).tell(events));
    }
  }
}
