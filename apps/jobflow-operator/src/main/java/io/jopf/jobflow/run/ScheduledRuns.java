package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.Children;
import io.jopf.flow.FlowState;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.api.CronJobFlowSpec;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobTemplate;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowTemplate;
import io.jopf.jobflow.api.RunMetadata;
import io.jopf.jobflow.cron.Run;
import io.jopf.jobflow.job.Marks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one schedule, as objects of the cluster. Those being deleted count until they are
 * gone.
 */
public final class ScheduledRuns {
  private final CronJobFlow cron;
  private final Children children;
  private final Map<Run, HasMetadata> runs = new LinkedHashMap<>();

  /** Those that the schedule controls. */
  public ScheduledRuns(
      CronJobFlow cron, List<JobFlow> flows, List<DaemonJob> daemonJobs, Children children) {
    this.cron = cron;
    this.children = children;
    flows.forEach(this::add);
    daemonJobs.forEach(this::add);
  }

  private void add(HasMetadata object) {
    runs.put(run(object), object);
  }

  private static Run run(HasMetadata object) {
    String state = null;
    String ended = null;
    if (object instanceof JobFlow flow && flow.getStatus() != null) {
      state = flow.getStatus().state();
      // one that waits to run again is not over
      boolean over = Wishes.again(flow) == Wishes.Again.NOTHING;
      ended = over ? flow.getStatus().completionTime() : null;
    } else if (object instanceof DaemonJob daemonJob && daemonJob.getStatus() != null) {
      state = daemonJob.getStatus().state();
      ended = daemonJob.getStatus().completionTime();
    }
    Run.Phase phase =
        ended == null
            ? Run.Phase.ACTIVE
            : FlowState.SUCCEED.text().equals(state) ? Run.Phase.SUCCEEDED : Run.Phase.FAILED;
    Instant end = ended == null ? null : Instant.parse(ended);
    return new Run(object.getMetadata().getName(), due(object.getMetadata()), phase, end);
  }

  private static Instant due(ObjectMeta metadata) {
    Map<String, String> annotations = metadata.getAnnotations();
    String due = annotations == null ? null : annotations.get(Marks.SCHEDULED);
    return Instant.parse(due == null ? metadata.getCreationTimestamp() : due);
  }

  List<Run> all() {
    return new ArrayList<>(runs.keySet());
  }

  List<String> active() {
    return all().stream().filter(Run::active).map(Run::name).sorted().toList();
  }

  /**
   * Creates the run for a time, or finds it there.
   *
   * @return kind and name
   */
  String start(Instant due) {
    HasMetadata made = children.create(made(due));
    add(made);
    return made.getKind() + " " + made.getMetadata().getName();
  }

  void delete(Run run) {
    children.delete(Objects.requireNonNull(runs.get(run), run.name()));
    runs.remove(run);
  }

  private HasMetadata made(Instant due) {
    CronJobFlowSpec spec = cron.getSpec();
    JobFlowTemplate flow = spec.jobFlowTemplate();
    if (flow != null) {
      JobFlow made = new JobFlow();
      made.setMetadata(metadata(flow.metadata(), due));
      made.setSpec(flow.spec());
      return made;
    }
    DaemonJobTemplate template = Objects.requireNonNull(spec.daemonJobTemplate());
    DaemonJob made = new DaemonJob();
    made.setMetadata(metadata(template.metadata(), due));
    made.setSpec(template.spec());
    return made;
  }

  private ObjectMeta metadata(@Nullable RunMetadata wanted, Instant due) {
    RunMetadata metadata = Objects.requireNonNullElse(wanted, new RunMetadata(null, null));
    String name = cron.getMetadata().getName();
    // minutes keep it short, and two times are never in the same one
    return new ObjectMetaBuilder()
        .withName(name + "-" + due.getEpochSecond() / 60)
        .withNamespace(cron.getMetadata().getNamespace())
        .addToLabels(metadata.labels())
        .addToLabels(Marks.SCHEDULE, name)
        .addToAnnotations(metadata.annotations())
        .addToAnnotations(Marks.SCHEDULED, due.toString())
        .build();
  }
}
