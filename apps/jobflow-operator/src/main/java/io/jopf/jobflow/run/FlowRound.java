package io.jopf.jobflow.run;

import io.jopf.flow.Control;
import io.jopf.flow.FlowRun;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Plan;
import io.jopf.flow.Start;
import io.jopf.flow.Step;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.api.UsedTemplate;
import io.jopf.jobflow.node.PlacementRisk;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import io.jopf.jobflow.run.Wishes.Again;
import io.jopf.jobflow.status.Extras;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  private final Hands hands;
  private final @Nullable FlowStatus known;
  private Plan use;
  private @Nullable Instant again;
  private @Nullable Pursuit pursuit;

  /**
   * A look at what is there now.
   *
   * @param plan that of the flow's spec
   * @param now in whole seconds
   * @param hands create the Jobs
   * @param known what is known of the flow beyond what is stored; null if there is nothing
   */
  public FlowRound(
      JobFlow flow,
      FlowPlan plan,
      Jobs jobs,
      World world,
      Instant now,
      Hands hands,
      @Nullable FlowStatus known) {
    this.flow = flow;
    this.spec = flow.getSpec();
    this.plan = plan;
    this.use = plan.plan();
    this.jobs = jobs;
    this.world = world;
    this.wishes = new Wishes(flow);
    this.now = now;
    this.hands = hands;
    this.known = known;
    this.deleting = flow.getMetadata().getDeletionTimestamp() != null;
  }

  /** When to look again though nothing has changed; null if there is no such time. */
  public @Nullable Instant again() {
    return again;
  }

  /** Creates and deletes what is due and tells how the flow stands then. */
  public Report report(Report before) {
    boolean waits = world.queued() != null;
    Memory memory = Memory.of(flow, plan, before, jobs, known, waits, now);
    boolean changed = isChanged(before);
    if (changed && memory.flow().completed() != null && !deleting) {
      Report same = before.kept(flow.getMetadata(), jobs.all());
      end(before, same);
      return same;
    }
    if (changed && !memory.rerun()) {
      use = plan.plan().refusedFor(List.of("steps were changed after the start"));
    }
    Extras kept = memory.extras();
    StickyNode node = new StickyNode(spec, kept.node());
    node.look(jobs, memory.flow().steps(), world);
    Outputs outputs = new Outputs(before.entries(), memory.flow().steps());
    if (plan.readsOutputs()) {
      outputs.read(jobs, memory.flow().steps(), world::terminationMessage);
    }
    StepFacts facts = new StepFacts(flow, plan, outputs, node, kept.run());
    Templates templates =
        new Templates(flow, world::template, world::copy, kept.templates(), kept.run());
    if (memory.rerun()) {
      templates.letGo();
    }
    plan.steps().filter(PlannedStep::saysNothing).forEach(this::noTemplate);
    Control control = control(facts, memory);
    FlowRun run = new FlowRun(use, memory.flow());
    jobs.observed().forEach(run::observe);
    FlowRun.Moves due = run.advance(control, now);
    due.toStop().forEach(jobs::stop);
    Starter starter = new Starter(plan, facts, new Sources(templates::spec), jobs.maker());
    boolean claims = claims(before, memory, control);
    if (!due.toStart().isEmpty() && !claims) {
      templates.see(references(name -> true));
      facts.failures(run.status());
      start(node.free(due.toStart(), jobs), starter);
    }
    FlowRun.Moves after = again(run, due, control);
    again = after.again();
    if (!after.toStart().isEmpty()) {
      // a refusal has made them due, and no event will tell
      jobs.againOnceStored();
    }
    FlowStatus status = run.status();
    keep(templates, memory.rerun() ? List.of() : kept.templates(), status);
    TimeToLive.putOn(jobs, memory.stored().steps(), status.steps());
    if (status.state() != FlowState.TERMINATING) {
      Suspension.keep(jobs, control.suspended());
    }
    Extras extras =
        new Extras(
            kept.retried(),
            topology(before, memory, status),
            templates.used(),
            outputs.fresh(),
            kept.resubmitted(),
            kept.history(),
            node.name(),
            risks(before, node.name()));
    Report report = before.next(flow.getMetadata(), status, jobs.byStep(), jobs.all(), extras, now);
    end(before, report);
    if (goesOn(status, control) && !claims && !node.isAwaited()) {
      pursuit = new Pursuit(run, control, starter, jobs.observed(), after.again());
    }
    return report;
  }

  /**
   * How to go on without another round until one is needed; null where every change needs one.
   * After the report.
   */
  public @Nullable Pursuit pursuit() {
    return jobs.isTroubled() ? null : pursuit;
  }

  /** At first, while there are any, and while one node is all there is; null otherwise. */
  private @Nullable List<PlacementRisk> risks(Report before, @Nullable String sticky) {
    boolean looks = before.flow().started() == null || before.isAtRisk() || sticky != null;
    return spec == null || !looks || deleting || before.flow().completed() != null
        ? null
        : PlacementRisk.of(spec, sticky, world.cluster());
  }

  private boolean goesOn(FlowStatus status, Control control) {
    return status.completed() == null
        && status.started() != null
        && use == plan.plan()
        && use.problems().isEmpty()
        && !plan.readsOutputs()
        && !deleting
        && !control.suspended()
        && control.queued() == null;
  }

  /**
   * A flow that shares a key first has it stored that it has begun: whoever leads next must not let
   * another one begin beside it.
   */
  private boolean claims(Report before, Memory memory, Control control) {
    boolean claims =
        spec != null
            && spec.concurrencyKey() != null
            && !spec.concurrencyKey().isEmpty()
            && (before.flow().started() == null || memory.rerun())
            && control.queued() == null
            && !deleting;
    if (claims) {
      jobs.againOnceStored();
    }
    return claims;
  }

  private void start(List<Start> starts, Starter starter) {
    Batch batch = new Batch(starter::make, hands.patience());
    List<Supplier<Made>> requests = new ArrayList<>();
    starts.forEach(start -> requests.add(() -> batch.make(start)));
    hands.all(requests, Made::isServerWell).forEach(jobs::take);
  }

  /** Takes in what came of the first moves; asks again only if that is anything. */
  private FlowRun.Moves again(FlowRun run, FlowRun.Moves due, Control control) {
    if (due.toStart().isEmpty() && due.toStop().isEmpty()) {
      return due;
    }
    Map<String, Observed> observed = jobs.observed();
    due.toStop().forEach(step -> run.observe(step, Observed.none()));
    observed.forEach(run::observe);
    return run.advance(control, now);
  }

  /** Steps may change before the start, and for another run after the end. */
  private boolean isChanged(Report before) {
    String topology = before.extras().topology();
    return topology != null && !topology.equals(plan.topology());
  }

  private @Nullable String topology(Report before, Memory memory, FlowStatus after) {
    String known = before.extras().topology();
    boolean keep = known != null && !memory.rerun();
    return keep || after.started() == null ? known : plan.topology();
  }

  private void noTemplate(PlannedStep step) {
    String message = "it has neither jobTemplate nor jobTemplateRef";
    jobs.without(step.name(), Observed.refused("NoTemplate", message));
  }

  private Control control(StepFacts facts, Memory memory) {
    // one that has ended may wait to run again
    String queued = memory.flow().completed() == null ? world.queued() : null;
    boolean suspended = spec != null && Boolean.TRUE.equals(spec.suspend());
    return new Control(
        suspended, deleting, wishes.ending(), queued, wishes.approvals(), facts::when);
  }

  private Stream<String> references(Predicate<String> steps) {
    return plan.steps()
        .filter(step -> step.refers() && steps.test(step.name()))
        .map(step -> Objects.requireNonNull(step.flow().jobTemplateRef()));
  }

  /** Copies of the templates that steps may need later. */
  private void keep(Templates templates, List<UsedTemplate> stored, FlowStatus status) {
    if (status.completed() != null) {
      return;
    }
    Map<String, Step> steps = new HashMap<>();
    plan.plan().steps().forEach(step -> steps.put(step.name(), step));
    Set<String> over = new HashSet<>();
    for (StepStatus known : status.steps()) {
      Step step = steps.get(known.name());
      if (step == null || !step.mayStart(known)) {
        over.add(known.name());
      }
    }
    // what is not shown yet, such as the error handler, may come
    templates.keep(references(name -> !over.contains(name)), stored, jobs::keepCopy);
  }

  private void end(Report before, Report after) {
    if (spec == null || deleting || after.flow().completed() == null || !Retention.wants(spec)) {
      return;
    }
    if (!after.endStoredIn(before)) {
      jobs.againOnceStored();
      return;
    }
    if (Wishes.again(flow) != Again.NOTHING) {
      // it waits for its turn
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
