package io.jopf.flow.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.flow.Observed;
import io.jopf.flow.Retry;
import io.jopf.flow.Start;
import io.jopf.flow.StepState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A caller in a hostile world: it may crash at any moment, nodes and jobs come and go. */
class RolloutPropertiesTest {

  /** How a rollout is to go, and how the world treats it. */
  record World(
      int nodes,
      int concurrent,
      boolean percent,
      int mayFail,
      int canary,
      OnFailure onFailure,
      int batchDelay,
      int retries,
      int failPercent,
      int seed) {}

  @Provide
  Arbitrary<World> worlds() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 60),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(OnFailure.values()),
            Arbitraries.of(0, 0, 5),
            Arbitraries.of(0, 0, 2))
        .flatAs(
            (nodes, concurrent, percent, mayFail, canary, onFailure, delay, retries) ->
                Combinators.combine(
                        Arbitraries.of(0, 10, 40), Arbitraries.integers().between(0, 1_000_000))
                    .as(
                        (fails, seed) ->
                            new World(
                                nodes,
                                percent ? concurrent : 1 + concurrent % 6,
                                percent,
                                mayFail,
                                canary,
                                onFailure,
                                delay,
                                retries,
                                fails,
                                seed)));
  }

  @Property(tries = 400)
  void no_limit_is_exceeded_whatever_happens(@ForAll("worlds") World world) {
    Story story = new Story(world);
    for (int i = 0; i < 300; i++) {
      story.anything();
    }
  }

  @Property(tries = 300)
  void no_node_is_forgotten_and_none_runs_twice_wherever_the_caller_was_restarted(
      @ForAll("worlds") World world) {
    Story story = new Story(world);
    story.cluster.onFailure = OnFailure.CONTINUE;
    story.toTheEnd();

    Cluster cluster = story.cluster;
    assertThat(cluster.stored.nodes()).hasSize(world.nodes);
    story.fates.forEach(
        (node, failures) -> {
          boolean well = failures <= world.retries;
          assertThat(cluster.state(node))
              .as(node)
              .isEqualTo(well ? StepState.SUCCEEDED : StepState.FAILED);
        });
    assertThat(cluster.created).doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void what_is_decided_does_not_depend_on_whether_the_status_was_stored(
      @ForAll("worlds") World world) {
    Story story = new Story(world);
    for (int i = 0; i < 60; i++) {
      story.finishOne();
      RolloutDecision now = story.cluster.decide();
      RolloutStatus kept = story.cluster.stored;
      story.cluster.stored = now.status();
      RolloutDecision later = story.cluster.decide();
      assertThat(later.toStart()).isEqualTo(now.toStart());
      assertThat(later.status()).isEqualTo(now.status());
      story.cluster.stored = kept;
      story.carryOut();
    }
  }

  /** What happens to one rollout. */
  private static final class Story {
    final Cluster cluster = new Cluster();
    final Map<String, Integer> fates = new TreeMap<>();
    private final World world;
    private final Random random;

    Story(World world) {
      this.world = world;
      this.random = new Random(world.seed);
      cluster.concurrent = new Share(world.concurrent, world.percent);
      cluster.mayFail = Share.of(world.mayFail);
      cluster.canary = Share.of(world.canary);
      cluster.onFailure = world.onFailure;
      cluster.batchDelay = Duration.ofSeconds(world.batchDelay);
      cluster.retry = Retry.times(world.retries);
      for (int i = 0; i < world.nodes; i++) {
        cluster.add("n" + i);
        fates.put("n" + i, random.nextInt(100) < world.failPercent ? random.nextInt(5) : 0);
      }
    }

    void toTheEnd() {
      for (int i = 0; i < 20_000; i++) {
        cluster.pass(1);
        if (random.nextBoolean()) {
          carryOut();
        } else {
          finishOne();
          vanishOne();
        }
        if (cluster.stored.completed() != null) {
          return;
        }
      }
      throw new AssertionError("never ends: " + cluster.stored);
    }

    void anything() {
      cluster.pass(1);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> carryOut();
        case 3, 4 -> finishOne();
        case 5 -> vanishOne();
        case 6 -> pick(cluster.jobs, Observed.Phase.ACTIVE).ifPresent(cluster.jobs::remove);
        default -> nodes();
      }
    }

    private void nodes() {
      String name = "n" + random.nextInt(world.nodes + 3);
      switch (random.nextInt(3)) {
        case 0 -> cluster.places.remove(name);
        case 1 -> cluster.places.put(name, Place.leftOut("u", "Cordoned", "cordoned"));
        default -> cluster.add(name);
      }
    }

    /** One look, which may be cut off anywhere; the status is only stored at its end. */
    void carryOut() {
      RolloutDecision decision = cluster.decide();
      decision.toStop().forEach(cluster.jobs::remove);
      for (Start start : decision.toStart()) {
        check(start);
        cluster.create(start);
        if (random.nextInt(10) == 0) {
          return;
        }
      }
      if (random.nextInt(5) > 0) {
        cluster.stored = cluster.decide().status();
      }
    }

    private void check(Start start) {
      Observed job = cluster.jobs.getOrDefault(start.step(), Observed.none());
      assertThat(job.phase().unfinished()).as("no node twice: %s", start).isFalse();
      assertThat(job.phase()).isNotEqualTo(Observed.Phase.SUCCEEDED);
      assertThat(cluster.places).containsKey(start.step());
      long active = active();
      int total = cluster.decide().status().counts().desired();
      assertThat(active).isLessThan(cluster.concurrent.atLeastOne(total));
      if (cluster.onFailure != OnFailure.CONTINUE) {
        Map<String, Integer> spent = new TreeMap<>();
        for (NodeStatus node : cluster.decide().status().nodes()) {
          spent.put(node.name(), node.step().spent());
        }
        long failed =
            cluster.jobs.entrySet().stream()
                .filter(one -> one.getValue().phase() == Observed.Phase.FAILED)
                .filter(one -> cluster.places.containsKey(one.getKey()))
                .filter(
                    one ->
                        one.getValue().attempt() - spent.getOrDefault(one.getKey(), 0)
                            > world.retries)
                .count();
        assertThat(failed).as("failures when %s starts", start).isLessThanOrEqualTo(world.mayFail);
      }
    }

    private long active() {
      return cluster.jobs.values().stream().filter(job -> job.phase().unfinished()).count();
    }

    void finishOne() {
      pick(cluster.jobs, Observed.Phase.ACTIVE)
          .ifPresent(
              node -> {
                int attempt = cluster.jobs.getOrDefault(node, Observed.none()).attempt();
                if (attempt > fates.getOrDefault(node, 0)) {
                  cluster.succeed(node);
                } else {
                  cluster.fail(node);
                }
              });
    }

    /** A job may go once its outcome is stored. */
    private void vanishOne() {
      List<String> known =
          cluster.stored.nodes().stream()
              .filter(node -> node.state().finished())
              .map(NodeStatus::name)
              .filter(cluster.jobs::containsKey)
              .toList();
      if (!known.isEmpty()) {
        cluster.jobs.remove(known.get(random.nextInt(known.size())));
      }
    }

    private Optional<String> pick(Map<String, Observed> jobs, Observed.Phase phase) {
      List<String> names =
          jobs.entrySet().stream()
              .filter(one -> one.getValue().phase() == phase)
              .map(Map.Entry::getKey)
              .toList();
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(names.get(random.nextInt(names.size())));
    }
  }
}
