package io.jopf.jobflow.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.run.Pursuit.Effect;
import io.jopf.test.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakingTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time = new VirtualTime(START);
  private final List<Duration> rounds = new ArrayList<>();
  private final Waking waking =
      new Waking(time, () -> rounds.add(Duration.between(START, time.now())));

  @Test
  void a_flow_that_may_stand_otherwise_has_its_round_at_once() {
    waking.by(Effect.STATE, false);

    assertThat(rounds).containsExactly(Duration.ZERO);
  }

  @Test
  void many_completions_have_one_round_a_second_after_the_first() {
    for (int i = 0; i < 5; i++) {
      waking.by(Effect.PROGRESS, false);
      time.advance(Duration.ofMillis(100));
    }
    time.advance(Duration.ofMinutes(1));

    assertThat(rounds).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void a_flow_that_pauses_has_its_round_as_soon_as_one_may_be_and_once() {
    waking.began();
    waking.ended(0);
    List<Duration> steps = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      time.advance(Duration.ofMillis(300));
      steps.add(Duration.between(START, time.now()));
      waking.by(Effect.PROGRESS, true);
      waking.by(Effect.PROGRESS, true);
      if (rounds.contains(steps.get(i))) {
        waking.began();
        waking.ended(0);
      }
    }

    assertThat(rounds).as("right after a step").isSubsetOf(steps).doesNotHaveDuplicates();
    assertThat(rounds).as("one in 1.2 s").hasSize(5);
  }

  @Test
  void details_wait_longer_and_go_with_a_completion() {
    waking.by(Effect.DETAIL, true);
    time.advance(Duration.ofSeconds(2));
    waking.by(Effect.PROGRESS, false);
    time.advance(Duration.ofMinutes(1));
    waking.by(Effect.DETAIL, true);
    time.advance(Duration.ofMinutes(1));

    assertThat(rounds).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(67));
  }

  @Test
  void rounds_that_take_long_are_rare() {
    waking.began();
    time.advance(Duration.ofMillis(300));
    waking.ended(0);
    waking.by(Effect.PROGRESS, false);
    time.advance(Duration.ofMinutes(1));

    assertThat(rounds).containsExactly(Duration.ofMillis(3500));
  }

  @Test
  void a_round_that_had_to_wait_itself_holds_up_no_status_for_long() {
    waking.began();
    time.advance(Duration.ofMinutes(1));
    waking.ended(0);
    waking.by(Effect.PROGRESS, false);
    time.advance(Duration.ofMinutes(1));

    assertThat(rounds).containsExactly(Duration.ofMillis(70_500));
  }

  @Test
  void the_status_of_a_large_flow_is_written_rarely() {
    waking.began();
    waking.ended(1000);
    waking.by(Effect.PROGRESS, false);
    time.advance(Duration.ofMinutes(1));

    assertThat(rounds).containsExactly(Duration.ofMillis(7500));
  }

  @Test
  void a_round_makes_what_was_planned_before_it_needless() {
    waking.by(Effect.PROGRESS, false);
    waking.began();
    waking.ended(0);
    time.advance(Duration.ofMinutes(1));

    assertThat(rounds).isEmpty();
  }
}
