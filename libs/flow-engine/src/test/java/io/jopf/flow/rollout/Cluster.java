package io.jopf.flow.rollout;

import io.jopf.flow.Observed;
import io.jopf.flow.Retry;
import io.jopf.flow.Start;
import io.jopf.flow.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Nodes, jobs and a caller of the engine, all in the hands of a test. */
final class Cluster {
  final Map<String, Place> places = new TreeMap<>();
  final Map<String, Observed> jobs = new TreeMap<>();
  final List<String> created = new ArrayList<>();
  RolloutStatus stored = RolloutStatus.none();
  RolloutControl control = RolloutControl.none();
  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  @Nullable Instant again;
  Share concurrent = Share.all();
  Share mayFail = Share.of(0);
  Share canary = Share.of(0);
  OnFailure onFailure = OnFailure.FAIL_FAST;
  Duration batchDelay = Duration.ZERO;
  boolean continuous;
  boolean rerunReplaced;
  Zones zones = Zones.ANY;
  Retry retry = Retry.none();
  @Nullable Duration deadline;

  static Cluster of(String... nodes) {
    Cluster cluster = new Cluster();
    for (String node : nodes) {
      cluster.add(node);
    }
    return cluster;
  }

  Cluster add(String... nodes) {
    for (String node : nodes) {
      places.put(node, Place.fit("uid-of-" + node));
    }
    return this;
  }

  RolloutPolicy policy() {
    return new RolloutPolicy(
        concurrent,
        mayFail,
        canary,
        onFailure,
        batchDelay,
        continuous,
        rerunReplaced,
        retry,
        zones,
        deadline);
  }

  RolloutDecision decide() {
    return Rollout.decide(new RolloutInput(policy(), places, stored, jobs, control, now));
  }

  /** Carries out a decision and stores what came of it; the nodes where jobs were created. */
  List<String> look() {
    RolloutDecision decision = decide();
    decision.toStop().forEach(jobs::remove);
    List<String> started = new ArrayList<>();
    for (Start start : decision.toStart()) {
      create(start);
      started.add(start.attempt() == 1 ? start.step() : start.step() + "#" + start.attempt());
    }
    RolloutDecision after = decide();
    stored = after.status();
    again = after.again();
    return started;
  }

  void create(Start start) {
    jobs.put(start.step(), Observed.active(now).attempt(start.attempt()));
    created.add(start.step() + "#" + start.attempt());
  }

  Cluster succeed(String... nodes) {
    for (String node : nodes) {
      int attempt = jobs.getOrDefault(node, Observed.none()).attempt();
      jobs.put(node, Observed.succeeded(now, now).attempt(attempt));
    }
    return this;
  }

  Cluster fail(String... nodes) {
    for (String node : nodes) {
      int attempt = jobs.getOrDefault(node, Observed.none()).attempt();
      jobs.put(node, Observed.failed(now, now, "Failed", "bad").attempt(attempt));
    }
    return this;
  }

  void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }

  NodeStatus node(String name) {
    return stored.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  StepState state(String name) {
    return node(name).state();
  }

  /** The state of the whole, as shown. */
  String state() {
    return stored.state().text();
  }
}
