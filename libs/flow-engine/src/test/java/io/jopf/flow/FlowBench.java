package io.jopf.flow;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One flow whose jobs a test finishes by hand; it remembers what the engine told last. */
final class FlowBench {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Plan plan;
  private final Map<String, Observed> jobs = new HashMap<>();
  private FlowStatus remembered = FlowStatus.none();
  private Instant now = START;
  private boolean deleting;

  FlowBench(Step... steps) {
    plan = Plan.of(Arrays.asList(steps));
  }

  /** Decides, creates the jobs asked for, decides again and remembers. */
  List<String> run() {
    Decision decision = decide();
    decision.toStart().forEach(step -> jobs.put(step, Observed.active(now)));
    remembered = decide().status();
    return decision.toStart();
  }

  Decision decide() {
    return FlowEngine.decide(new FlowInput(plan, remembered, jobs, deleting, now));
  }

  FlowBench succeed(String step) {
    now = now.plusSeconds(10);
    jobs.put(step, Observed.succeeded(START, now));
    return this;
  }

  FlowBench fail(String step) {
    now = now.plusSeconds(10);
    jobs.put(step, Observed.failed(START, now, "BackoffLimitExceeded", "its pod failed"));
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

  FlowBench delete() {
    deleting = true;
    return this;
  }

  FlowStatus status() {
    return remembered;
  }

  Instant now() {
    return now;
  }

  StepStatus step(String name) {
    return remembered.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
