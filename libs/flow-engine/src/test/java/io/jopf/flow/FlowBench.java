package io.jopf.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One flow whose jobs a test finishes by hand; it remembers what the engine told last. */
final class FlowBench {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Plan plan;
  private final Map<String, Observed> jobs = new HashMap<>();
  private FlowStatus remembered = FlowStatus.none();
  private Control control = Control.none();
  private Instant now = START;
  private List<String> stopped = List.of();

  FlowBench(Step... steps) {
    this(Policy.standard(), steps);
  }

  FlowBench(Policy policy, Step... steps) {
    plan = Plan.of(Arrays.asList(steps), policy);
  }

  /** Decides, creates and deletes the jobs asked for, decides again and remembers. */
  List<String> run() {
    Decision decision = decide();
    decision.toStart().forEach(s -> jobs.put(s.step(), Observed.active(now).attempt(s.attempt())));
    stopped = decision.toStop();
    stopped.forEach(jobs::remove);
    remembered = decide().status();
    return decision.toStart().stream()
        .map(s -> s.attempt() == 1 ? s.step() : s.step() + "#" + s.attempt())
        .toList();
  }

  List<String> stopped() {
    return stopped;
  }

  Decision decide() {
    return FlowEngine.decide(new FlowInput(plan, remembered, jobs, control, now));
  }

  FlowBench succeed(String step) {
    return end(step, Observed.succeeded(START, pass(10).now));
  }

  FlowBench fail(String step) {
    return end(
        step, Observed.failed(START, pass(10).now, "BackoffLimitExceeded", "its pod failed"));
  }

  private FlowBench end(String step, Observed end) {
    jobs.put(step, end.attempt(jobs.getOrDefault(step, Observed.active(now)).attempt()));
    return this;
  }

  FlowBench pass(long seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
    return this;
  }

  FlowBench see(String step, Observed job) {
    jobs.put(step, job);
    return this;
  }

  FlowBench vanish(String step) {
    jobs.remove(step);
    return this;
  }

  FlowBench say(UnaryOperator<Control> change) {
    control = change.apply(control);
    return this;
  }

  FlowBench delete() {
    return say(c -> c.deleting(true));
  }

  FlowBench restart(String... also) {
    remembered = Restart.of(plan, remembered, Set.of(also), now);
    control = Control.none();
    return this;
  }

  FlowBench resubmit() {
    remembered = Restart.all(remembered, now);
    control = Control.none();
    return this;
  }

  FlowStatus status() {
    return remembered;
  }

  Instant now() {
    return now;
  }

  StepState state(String name) {
    return step(name).state();
  }

  StepStatus step(String name) {
    return remembered.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
