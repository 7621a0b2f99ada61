package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A caller of the engine in a hostile world: it may crash between creating a job and storing the
 * status, and jobs finish or vanish at any moment. Checks at every creation that it was due.
 */
final class SimulatedRun {

  /** Looks at each decision together with the jobs it was made on. */
  interface Watcher {
    void saw(Decision decision, SimulatedRun run);
  }

  private final RandomFlow flow;
  private final Plan plan;
  private final SlowModel model;
  private final Random random;
  private final boolean orderly;
  private final Map<String, Observed> jobs = new TreeMap<>();
  private final Map<String, Observed> earlier = new TreeMap<>();
  private final Map<String, SlowModel.Is> truth = new TreeMap<>();
  private final Set<String> loseable = new HashSet<>();
  private final List<String> created = new ArrayList<>();
  private FlowStatus stored = FlowStatus.none();
  private Control control;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Watcher watcher = (decision, jobs) -> {};
  private int crashPercent;
  private int losses;
  private boolean deleteFinished;

  SimulatedRun(RandomFlow flow, Policy policy, Random random) {
    this.flow = flow;
    this.random = random;
    this.orderly = policy.onFailure() == FailurePolicy.CONTINUE;
    this.plan = Plan.of(flow.steps(), policy);
    this.model = new SlowModel(flow);
    this.control = flow.control();
  }

  SimulatedRun crashing(int percent) {
    crashPercent = percent;
    return this;
  }

  SimulatedRun deletingFinishedJobs() {
    deleteFinished = true;
    return this;
  }

  SimulatedRun losingUnfinishedJobs(int times) {
    losses = times;
    return this;
  }

  void onDecision(Watcher watcher) {
    this.watcher = watcher;
  }

  void say(Control said) {
    control = said;
  }

  Control control() {
    return control;
  }

  Plan plan() {
    return plan;
  }

  Map<String, Observed> jobs() {
    return jobs;
  }

  Instant now() {
    return now;
  }

  FlowStatus status() {
    return stored;
  }

  List<String> created() {
    return created;
  }

  /** What became of a step's jobs, whether the engine knows it yet or not. */
  SlowModel.Is truth(String step) {
    return truth.getOrDefault(step, SlowModel.Is.READY);
  }

  long active() {
    return jobs.values().stream().filter(job -> job.phase().unfinished()).count();
  }

  Decision decide(FlowStatus remembered) {
    return FlowEngine.decide(new FlowInput(plan, remembered, jobs, control, now));
  }

  void toTheEnd() {
    for (int i = 0; i < 20_000; i++) {
      if (stored.completed() != null && active() == 0) {
        return;
      }
      oneEvent();
    }
    throw new AssertionError("never ends: " + stored + " with " + jobs);
  }

  void oneEvent() {
    now = now.plusSeconds(1);
    switch (random.nextInt(4)) {
      case 0, 1 -> reconcile();
      case 2 -> finishOne();
      default -> disturb();
    }
  }

  private void reconcile() {
    Decision decision = decide(stored);
    watcher.saw(decision, this);
    for (String step : decision.toStop()) {
      jobs.remove(step);
    }
    for (Start start : decision.toStart()) {
      if (crash()) {
        return;
      }
      create(start);
    }
    if (!crash()) {
      stored = decide(stored).status();
    }
  }

  private void create(Start start) {
    String job = start.step() + "#" + start.attempt();
    Observed before = jobs.get(start.step());
    if (before != null && (!before.phase().finished() || before.attempt() >= start.attempt())) {
      throw new AssertionError(start + " though there is " + before);
    }
    // with fail fast, steps are skipped that the model would run
    boolean known = orderly && step(start.step()).stage() == Stage.MAIN;
    if (known && model.state(start.step(), this::truth) == SlowModel.Is.WAITING) {
      throw new AssertionError(start.step() + " was started before its dependencies were met");
    }
    if (!loseable.remove(job)) {
      created.add(job);
    }
    if (before != null) {
      earlier.put(start.step() + "#" + before.attempt(), before);
    }
    jobs.put(start.step(), Observed.active(now).attempt(start.attempt()));
    truth.put(start.step(), SlowModel.Is.RUNNING);
  }

  private Step step(String name) {
    return flow.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private void finishOne() {
    pick(withPhase(Observed.Phase.ACTIVE), name -> true)
        .ifPresent(
            name -> {
              int attempt = jobs.getOrDefault(name, Observed.none()).attempt();
              boolean bad = flow.fails(name, attempt);
              Observed end =
                  bad ? Observed.failed(now, now, "Failed", "bad") : Observed.succeeded(now, now);
              jobs.put(name, end.attempt(attempt));
              if (!bad) {
                truth.put(name, SlowModel.Is.SUCCEEDED);
              } else if (attempt > step(name).retry().limit()) {
                truth.put(name, SlowModel.Is.FAILED);
              }
            });
  }

  private void disturb() {
    if (deleteFinished) {
      Set<String> finished = withPhase(Observed.Phase.SUCCEEDED);
      finished.addAll(withPhase(Observed.Phase.FAILED));
      pick(finished, this::storedAsFinished).ifPresent(jobs::remove);
    }
    if (losses > 0) {
      pick(withPhase(Observed.Phase.ACTIVE), name -> true)
          .ifPresent(
              name -> {
                losses--;
                int attempt = jobs.getOrDefault(name, Observed.none()).attempt();
                loseable.add(name + "#" + attempt);
                Observed before = earlier.get(name + "#" + (attempt - 1));
                if (before == null) {
                  jobs.remove(name);
                } else {
                  jobs.put(name, before);
                }
              });
    }
  }

  private boolean storedAsFinished(String name) {
    Observed job = jobs.getOrDefault(name, Observed.none());
    return stored.steps().stream()
        .anyMatch(
            s ->
                s.name().equals(name)
                    && s.attempts() == job.attempt()
                    && (s.state().finished() || s.state() == StepState.RETRY_WAIT));
  }

  private Set<String> withPhase(Observed.Phase phase) {
    return jobs.entrySet().stream()
        .filter(e -> e.getValue().phase() == phase)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Optional<String> pick(Set<String> names, Predicate<String> allowed) {
    List<String> choice = names.stream().filter(allowed).sorted().toList();
    return choice.isEmpty()
        ? Optional.empty()
        : Optional.of(choice.get(random.nextInt(choice.size())));
  }

  private boolean crash() {
    return random.nextInt(100) < crashPercent;
  }
}
