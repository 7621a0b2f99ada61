package io.jopf.jobflow.heritage;

import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.flow.FlowState;
import io.jopf.flow.Observed;
import io.jopf.flow.StepState;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import io.jopf.jobflow.status.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A flow that the original operator has left. */
public final class LeftFlow {
  private final JobFlow flow;
  private final JobFlowStatus left;
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * The flow as it was left.
   *
   * @param plan its steps
   */
  public LeftFlow(JobFlow flow, FlowPlan plan) {
    this.flow = flow;
    this.left = Objects.requireNonNull(flow.getStatus());
    String name = flow.getMetadata().getName();
    plan.steps().map(PlannedStep::name).forEach(step -> names.put(step, name + "-" + step));
  }

  /** The Job of each step, whether there is one or not; the original operator shortens no name. */
  public Map<String, String> names() {
    return names;
  }

  /** The status that it would have here. */
  public JobFlowStatus status() {
    Map<String, Observed> shown = shown();
    boolean over = Heritage.isOver(left.state());
    boolean failed = shown.values().stream().anyMatch(job -> job.phase() == Observed.Phase.FAILED);
    List<StepEntry> entries = new ArrayList<>();
    names.forEach(
        (step, name) -> {
          Observed job = shown.get(step);
          if (job != null) {
            entries.add(Heritage.entry(step, name, job));
          } else if (over) {
            entries.add(without(step, failed));
          }
        });
    String created = flow.getMetadata().getCreationTimestamp();
    String begin = Heritage.begin(shown.values());
    return new JobFlowStatus(
        left.state(),
        null,
        null,
        left.message(),
        begin == null && over ? created : begin,
        over && !Heritage.isRunning(shown.values()) ? Heritage.end(shown.values(), created) : null,
        null,
        null,
        null,
        null,
        null,
        null,
        entries,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private Map<String, Observed> shown() {
    Map<String, JobStatus> list =
        Objects.requireNonNullElse(left.jobStatusList(), Map.<String, JobStatus>of());
    String namespace = flow.getMetadata().getNamespace();
    Map<String, Observed> shown = new LinkedHashMap<>();
    names.forEach(
        (step, job) -> {
          JobStatus status = list.get(Report.key(job, namespace));
          if (status != null) {
            shown.put(step, Heritage.shown(status));
          }
        });
    return shown;
  }

  /** A step that never had a Job, of a flow that was over. */
  private StepEntry without(String step, boolean failed) {
    boolean succeeded = FlowState.SUCCEED.text().equals(left.state());
    StepState state =
        succeeded ? StepState.SUCCEEDED : failed ? StepState.SKIPPED : StepState.FAILED;
    String reason = succeeded ? null : failed ? Heritage.NOT_STARTED : Heritage.GIVEN_UP;
    return new StepEntry(
        step, state.text(), null, null, null, null, null, null, reason, null, null);
  }
}
