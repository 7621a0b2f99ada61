package io.jopf.jobflow.run;

import io.jopf.flow.FlowEngine;
import io.jopf.flow.FlowInput;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Plan;
import io.jopf.flow.Step;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.job.ChildJob;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One look at a flow. */
public final class FlowRound {
  private final JobFlow flow;
  private final List<Flow> steps;
  private final Plan plan;
  private final Jobs jobs;
  private final Sources sources;
  private final Instant now;

  /**
   * A look at what is there now.
   *
   * @param templates finds a template of the flow's namespace by name
   * @param now in whole seconds
   */
  public FlowRound(
      JobFlow flow, Jobs jobs, Function<String, Optional<JobTemplate>> templates, Instant now) {
    this.flow = flow;
    this.steps =
        flow.getSpec() == null
            ? List.of()
            : Objects.requireNonNullElse(flow.getSpec().flows(), List.of());
    this.plan = Plan.of(steps.stream().map(FlowRound::step).toList());
    this.jobs = jobs;
    this.sources = new Sources(templates);
    this.now = now;
  }

  private static Step step(Flow step) {
    return new Step(name(step), Objects.requireNonNullElse(step.dependencies(), List.of()));
  }

  private static String name(Flow step) {
    return Objects.requireNonNullElse(step.name(), "");
  }

  /** Creates what is due and tells how the flow stands then. */
  public Report report(Report before) {
    FlowStatus remembered = before.flow();
    for (Flow step : steps) {
      if (Sources.isEmpty(step)) {
        String message = "it has neither jobTemplate nor jobTemplateRef";
        jobs.without(name(step), Observed.failed(null, null, "NoTemplate", message));
      }
    }
    Map<String, Flow> byName = new LinkedHashMap<>();
    steps.forEach(step -> byName.putIfAbsent(name(step), step));
    for (String due : FlowEngine.decide(input(remembered)).toStart()) {
      Flow step = Objects.requireNonNull(byName.get(due), due);
      sources
          .of(step, missing -> jobs.without(due, missing))
          .ifPresent(source -> jobs.start(due, ChildJob.ofStep(flow, step, source)));
    }
    FlowStatus after = FlowEngine.decide(input(remembered)).status();
    TimeToLive.putOn(jobs, remembered.steps(), after.steps());
    return before.next(flow.getMetadata(), after, jobs.byStep(), now);
  }

  private FlowInput input(FlowStatus remembered) {
    boolean deleting = flow.getMetadata().getDeletionTimestamp() != null;
    return new FlowInput(plan, remembered, jobs.observed(), deleting, now);
  }
}
