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
    void saw(Decision decision, SimulatedRun jobs);
  }

  private final RandomFlow flow;
  private final Plan plan;
  private final Random random;
  private final Map<String, Observed> jobs = new TreeMap<>();
  private final Set<String> everSucceeded = new HashSet<>();
  private final List<String> created = new ArrayList<>();
  private FlowStatus stored = FlowStatus.none();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Watcher watcher = (decision, jobs) -> {};
  private int crashPercent;
  private int losses;
  private boolean deleteFinished;

  SimulatedRun(RandomFlow flow, Random random) {
    this.flow = flow;
    this.random = random;
    this.plan = Plan.of(flow.steps());
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

  FlowStatus status() {
    return stored;
  }

  List<String> created() {
    return created;
  }

  Set<String> withPhase(Observed.Phase phase) {
    return jobs.entrySet().stream()
        .filter(e -> e.getValue().phase() == phase)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  Decision decide(FlowStatus remembered) {
    return FlowEngine.decide(new FlowInput(plan, remembered, jobs, false, now));
  }

  void toTheEnd() {
    while (stored.completed() == null || !withPhase(Observed.Phase.ACTIVE).isEmpty()) {
      now = now.plusSeconds(1);
      switch (random.nextInt(4)) {
        case 0, 1 -> reconcile();
        case 2 -> finishOne();
        default -> disturb();
      }
    }
  }

  private void reconcile() {
    Decision decision = decide(stored);
    watcher.saw(decision, this);
    for (String step : decision.toStart()) {
      if (crash()) {
        return;
      }
      create(step);
    }
    if (!crash()) {
      stored = decide(stored).status();
    }
  }

  private void create(String name) {
    Step step = flow.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    if (jobs.containsKey(name)) {
      throw new AssertionError(name + " already has a job");
    }
    if (!everSucceeded.containsAll(step.dependencies())) {
      throw new AssertionError(name + " was started before its dependencies succeeded");
    }
    created.add(name);
    jobs.put(name, Observed.active(now));
  }

  private void finishOne() {
    pick(withPhase(Observed.Phase.ACTIVE), name -> true)
        .ifPresent(
            name -> {
              boolean bad = flow.failing().contains(name);
              jobs.put(
                  name,
                  bad ? Observed.failed(now, now, "Failed", "bad") : Observed.succeeded(now, now));
              if (!bad) {
                everSucceeded.add(name);
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
                jobs.remove(name);
              });
    }
  }

  private boolean storedAsFinished(String name) {
    return stored.steps().stream().anyMatch(s -> s.name().equals(name) && s.state().finished());
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
