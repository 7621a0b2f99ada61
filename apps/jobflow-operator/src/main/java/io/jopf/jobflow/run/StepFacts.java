package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.flow.When;
import io.jopf.jobflow.api.Dependency;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.expression.Condition;
import io.jopf.jobflow.expression.ExpressionException;
import io.jopf.jobflow.job.ChildJob;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.job.Source;
import io.jopf.jobflow.job.StepValues;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What steps of a flow can refer to, and the Jobs and verdicts that makes. */
final class StepFacts {
  private final JobFlow flow;
  private final FlowPlan plan;
  private final Outputs outputs;
  private final StickyNode node;
  private final int run;
  private final Map<String, String> late = new TreeMap<>();

  StepFacts(JobFlow flow, FlowPlan plan, Outputs outputs, StickyNode node, int run) {
    this.flow = flow;
    this.plan = plan;
    this.outputs = outputs;
    this.node = node;
    this.run = run;
    late.put("JOBFLOW_NAME", flow.getMetadata().getName());
  }

  /** Remembers what failed, for the steps that run after the flow itself. */
  void failures(FlowStatus status) {
    List<StepStatus> failed =
        status.steps().stream().filter(s -> s.state() == StepState.FAILED).toList();
    late.put("JOBFLOW_STATE", status.state().text());
    late.put("JOBFLOW_REASON", status.reason());
    late.put("JOBFLOW_MESSAGE", status.message());
    late.put(
        "JOBFLOW_FAILED_STEPS", String.join(",", failed.stream().map(StepStatus::name).toList()));
    if (!failed.isEmpty()) {
      StepStatus first = failed.get(0);
      late.put("JOBFLOW_FAILED_STEP", first.name());
      late.put("JOBFLOW_FAILED_REASON", Objects.requireNonNullElse(first.reason(), ""));
    }
  }

  /** Whether a step is to run. */
  When when(String name) {
    PlannedStep step = plan.step(name);
    Condition condition = step == null ? null : plan.condition(step.flow());
    if (step == null || condition == null) {
      return When.run();
    }
    try {
      boolean holds = condition.holds(values(step).names());
      return holds ? When.run() : When.skip("not so: " + step.flow().when());
    } catch (ExpressionException e) {
      return When.fail("BadCondition", why(e));
    }
  }

  /**
   * The Job of an attempt of a step.
   *
   * @throws ExpressionException if a value it refers to is missing
   */
  Job job(PlannedStep step, int attempt, Source source) {
    Job job = ChildJob.ofStep(flow, step, attempt, source, values(step));
    Marks.putRun(job, run);
    node.bind(job);
    return job;
  }

  private StepValues values(PlannedStep step) {
    Map<String, String> env = new TreeMap<>(outputs.env(dependencies(step.flow())));
    if (step.late()) {
      env.putAll(late);
    }
    return new StepValues(flow.getSpec(), step.item(), outputs.byName(), env);
  }

  private static List<String> dependencies(Flow step) {
    List<String> names = new ArrayList<>(orNone(step.dependencies()));
    for (Dependency on : orNone(step.dependsOn())) {
      if (on.name() != null) {
        names.add(on.name());
      }
    }
    return names;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  /** What is missing, and why it may be. */
  String why(ExpressionException e) {
    String text = Objects.requireNonNullElse(e.getMessage(), e.toString());
    return outputs.isFull()
        ? text + "; what steps put out is kept up to " + Outputs.MOST + " characters in all"
        : text;
  }
}
