package io.jopf.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.leader.FakeLease.Trouble;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ElectionPropertiesTest {

  private static final Duration LOOK = Duration.ofMillis(250);

  private enum Kind {
    CUT_OFF,
    ANSWERS_LOST,
    WRITES_REFUSED,
    HEAL,
    SLOW,
    VERY_SLOW,
    DELETE,
    TOUCH,
    CLOCK_FORWARDS,
    CLOCK_BACK,
    NOTHING
  }

  private record Step(Kind kind, String who, int seconds) {}

  @Provide
  Arbitrary<List<Step>> stories() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.of("a", "b", "c"),
            Arbitraries.integers().between(0, 25))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property
  void two_never_act_at_once_and_somebody_does_in_the_end(
      @ForAll("stories") List<Step> story, @ForAll @IntRange(min = 0, max = 100) int slowness) {
    FakeTime time = new FakeTime();
    FakeLease lease = new FakeLease(time);
    List<Replica> replicas = new ArrayList<>();
    replicas.add(Replica.started("a", lease, time, Duration.ofSeconds(30)));
    replicas.add(Replica.started("b", lease, time, Duration.ofSeconds(-30)));
    replicas.add(Replica.started("c", lease, time, Duration.ofHours(1)));
    // the work of a term takes some time to end, but less than a successor waits
    replicas.forEach(replica -> replica.slowness = slowness);
    watch(time, replicas);
    // all have seen the lease
    time.advance(Duration.ofSeconds(10));

    for (Step step : story) {
      disturb(lease, step);
      replicas.forEach(replica -> setClock(replica, step));
      time.advance(Duration.ofSeconds(step.seconds));
    }
    for (Replica replica : replicas) {
      lease.trouble(replica.name, Trouble.NONE);
      lease.latency(replica.name, Duration.ZERO);
    }
    time.advance(Duration.ofMinutes(2));
    assertThat(replicas).filteredOn(Replica::leads).hasSize(1);
    assertThat(replicas)
        .allSatisfy(
            replica ->
                assertThat(String.join(" ", replica.told))
                    .as("told in turn")
                    .matches("(leads follows ?)*(leads)?"));
  }

  private static void setClock(Replica replica, Step step) {
    if (replica.name.equals(step.who) && step.kind == Kind.CLOCK_FORWARDS) {
      replica.time.jump(Duration.ofHours(1));
    } else if (replica.name.equals(step.who) && step.kind == Kind.CLOCK_BACK) {
      replica.time.jump(Duration.ofHours(-1));
    }
  }

  private static void disturb(FakeLease lease, Step step) {
    switch (step.kind) {
      case CUT_OFF -> lease.trouble(step.who, Trouble.CUT_OFF);
      case ANSWERS_LOST -> lease.trouble(step.who, Trouble.ANSWERS_LOST);
      case WRITES_REFUSED -> lease.trouble(step.who, Trouble.WRITES_REFUSED);
      case HEAL -> {
        lease.trouble(step.who, Trouble.NONE);
        lease.latency(step.who, Duration.ZERO);
      }
      case SLOW -> lease.latency(step.who, Duration.ofMillis(400));
      case VERY_SLOW -> lease.latency(step.who, Duration.ofSeconds(4));
      case DELETE -> lease.delete();
      case TOUCH -> lease.touch();
      case CLOCK_FORWARDS, CLOCK_BACK, NOTHING -> {}
    }
  }

  /** Looks between all that happens, also while requests are on their way. */
  private static void watch(FakeTime time, List<Replica> replicas) {
    assertThat(replicas).filteredOn(Replica::works).hasSizeLessThanOrEqualTo(1);
    time.schedule(LOOK, () -> watch(time, replicas));
  }
}
