package io.jopf.jobflow.run;

import io.jopf.flow.Control;
import io.jopf.flow.Decision;
import io.jopf.flow.FlowEngine;
import io.jopf.flow.FlowInput;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Plan;
import io.jopf.flow.Restart;
import io.jopf.flow.Start;
import io.jopf.flow.StepState;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.api.UsedTemplate;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import io.jopf.jobflow.status.Extras;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look at a flow. */
public final class FlowRound {
  private final JobFlow flow;
  private final @Nullable JobFlowSpec spec;
  private final FlowPlan plan;
  private final Jobs jobs;
  private final World world;
  private final Wishes wishes;
  private final Instant now;
  private final boolean deleting;
  private Plan use;
  private @Nullable Instant again;

  /**
   * A look at what is there now.
   *
   * @param plan that of the flow's spec
   * @param now in whole seconds
   */
  public FlowRound(JobFlow flow, FlowPlan plan, Jobs jobs, World world, Instant now) {
    this.flow = flow;
    this.spec = flow.getSpec();
    this.plan = plan;
    this.use = plan.plan();
    this.jobs = jobs;
    this.world = world;
    this.wishes = new Wishes(flow);
    this.now = now;
    this.deleting = flow.getMetadata().getDeletionTimestamp() != null;
  }

  /** When to look again though nothing has changed; null if there is no such time. */
  public @Nullable Instant again() {
    return again;
  }

  /** Creates and deletes what is due and tells how the flow stands then. */
  public Report report(Report before) {
    Memory memory = remembered(before);
    boolean changed = isChanged(before);
    if (changed && memory.flow.completed() != null && !deleting) {
      Report kept = before.kept(flow.getMetadata(), jobs.all());
      end(before, kept);
      return kept;
    }
    if (changed && !memory.rerun) {
      use = plan.plan().refusedFor(List.of("steps were changed after the start"));
    }
    Outputs outputs = new Outputs(before.entries());
    if (plan.readsOutputs()) {
      outputs.read(jobs, before.entries(), world::terminationMessage);
    }
    StepFacts facts = new StepFacts(flow, plan, outputs);
    List<UsedTemplate> stored = before.extras().templates();
    Templates templates = new Templates(flow, world::template, world::copy, stored);
    plan.steps().filter(PlannedStep::saysNothing).forEach(this::noTemplate);
    Control control = control(facts);
    Decision due = decide(memory.flow, control);
    due.toStop().forEach(jobs::stop);
    if (!due.toStart().isEmpty()) {
      templates.see(references(name -> true));
      facts.failures(due.status());
      Sources sources = new Sources(templates::spec);
      due.toStart().forEach(start -> start(start, facts, sources));
    }
    Decision after = decide(memory.flow, control);
    again = after.again();
    FlowStatus status = after.status();
    keep(templates, stored, status);
    TimeToLive.putOn(jobs, memory.flow.steps(), status.steps());
    if (status.state() != FlowState.TERMINATING) {
      Suspension.keep(jobs, control.suspended());
    }
    Extras extras =
        new Extras(
            memory.retried, topology(before, memory, status), templates.used(), outputs.fresh());
    Report report = before.next(flow.getMetadata(), status, jobs.byStep(), jobs.all(), extras, now);
    end(before, report);
    return report;
  }

  /** Steps may change before the start, and for another run after the end. */
  private boolean isChanged(Report before) {
    String topology = before.extras().topology();
    return topology != null && !topology.equals(plan.topology());
  }

  private record Memory(FlowStatus flow, @Nullable String retried, boolean rerun) {}

  /** What is stored, or, if that is newly wanted, the same put back to where it failed. */
  private Memory remembered(Report before) {
    String wish = wishes.retry();
    String done = before.extras().retried();
    boolean again = wish != null && !wish.equals(done) && before.flow().completed() != null;
    boolean pointless =
        FlowState.SUCCEED.text().equals(before.state()) && wishes.retryAlso().isEmpty();
    if (!again || pointless) {
      return new Memory(before.flow(), done, false);
    }
    FlowStatus reset = Restart.of(plan.plan(), before.flow(), wishes.retryAlso(), now);
    return new Memory(reset, wish, true);
  }

  private @Nullable String topology(Report before, Memory memory, FlowStatus after) {
    String known = before.extras().topology();
    boolean keep = known != null && !memory.rerun;
    return keep || after.started() == null ? known : plan.topology();
  }

  private void noTemplate(PlannedStep step) {
    String message = "it has neither jobTemplate nor jobTemplateRef";
    jobs.without(step.name(), Observed.refused("NoTemplate", message));
  }

  private Control control(StepFacts facts) {
    boolean suspended = spec != null && Boolean.TRUE.equals(spec.suspend());
    return new Control(
        suspended, deleting, wishes.ending(), world.queued(), wishes.approvals(), facts::when);
  }

  private Decision decide(FlowStatus remembered, Control control) {
    return FlowEngine.decide(new FlowInput(use, remembered, jobs.observed(), control, now));
  }

  private void start(Start start, StepFacts facts, Sources sources) {
    PlannedStep step = Objects.requireNonNull(plan.step(start.step()), start.step());
    sources
        .of(step.flow(), missing -> jobs.without(start.step(), missing))
        .ifPresent(source -> facts.start(step, start.attempt(), source, jobs));
  }

  private Stream<String> references(Predicate<String> steps) {
    return plan.steps()
        .filter(step -> step.refers() && steps.test(step.name()))
        .map(step -> Objects.requireNonNull(step.flow().jobTemplateRef()));
  }

  /** Copies of the templates that steps will need later. */
  private void keep(Templates templates, List<UsedTemplate> stored, FlowStatus status) {
    Set<String> waiting =
        status.steps().stream()
            .filter(s -> s.state() == StepState.WAITING || s.state() == StepState.RETRY_WAIT)
            .map(step -> step.name())
            .collect(Collectors.toSet());
    templates.keep(references(waiting::contains), stored, jobs::keepCopy);
  }

  private void end(Report before, Report after) {
    if (spec == null || deleting || after.flow().completed() == null || !Retention.wants(spec)) {
      return;
    }
    if (!after.endStoredIn(before)) {
      jobs.againOnceStored();
      return;
    }
    Retention.keep(spec, after.flow(), jobs);
    Instant end = Retention.end(spec, after.flow());
    if (end != null && !now.isBefore(end)) {
      world.deleteFlow();
    } else if (end != null) {
      again = again == null || end.isBefore(again) ? end : again;
    }
  }
}
