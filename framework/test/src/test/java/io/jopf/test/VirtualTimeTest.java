package io.jopf.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.time.Time.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private final VirtualTime time = new VirtualTime();
  private final Instant start = time.now();
  private final List<String> done = new ArrayList<>();

  @Property
  void tasks_run_in_the_order_of_their_due_times_and_see_them(
      @ForAll List<@IntRange(max = 100) Integer> delays, @ForAll @IntRange(max = 100) int until) {
    VirtualTime clock = new VirtualTime();
    Instant beginning = clock.now();
    List<Duration> seen = new ArrayList<>();
    delays.forEach(
        delay ->
            clock.schedule(
                Duration.ofSeconds(delay),
                () -> seen.add(Duration.between(beginning, clock.now()))));

    clock.advance(Duration.ofSeconds(until));

    assertThat(seen)
        .isEqualTo(
            delays.stream()
                .filter(delay -> delay <= until)
                .sorted()
                .map(Duration::ofSeconds)
                .toList());
    assertThat(clock.now()).isEqualTo(beginning.plusSeconds(until));
  }

  @Test
  void tasks_due_at_the_same_time_run_in_the_order_they_were_scheduled() {
    for (String name : List.of("a", "b", "c")) {
      time.schedule(Duration.ofSeconds(1), () -> done.add(name));
    }

    time.advance(Duration.ofSeconds(1));

    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void what_a_task_schedules_within_the_moved_time_runs_too() {
    time.schedule(
        Duration.ofSeconds(1),
        () -> time.schedule(Duration.ofSeconds(1), () -> done.add("second")));

    time.advance(Duration.ofSeconds(2));

    assertThat(done).containsExactly("second");
  }

  @Test
  void a_cancelled_task_never_runs() {
    Scheduled task = time.schedule(Duration.ofSeconds(1), () -> done.add("cancelled"));

    assertThat(task.cancel()).isTrue();
    time.advance(Duration.ofSeconds(2));

    assertThat(done).isEmpty();
    assertThat(task.cancel()).isFalse();
  }

  @Test
  void a_task_that_ran_cannot_be_cancelled() {
    Scheduled task = time.schedule(Duration.ofSeconds(-1), () -> done.add("ran"));
    time.advance(Duration.ZERO);

    assertThat(done).containsExactly("ran");
    assertThat(task.cancel()).isFalse();
  }

  @Test
  void the_clock_can_jump_to_what_is_due_next() {
    assertThat(time.nextDue()).isEmpty();
    assertThat(time.advanceToNext()).isFalse();
    time.schedule(Duration.ofHours(3), () -> done.add("late"));
    time.schedule(Duration.ofHours(1), () -> done.add("early"));

    assertThat(time.nextDue()).contains(start.plus(Duration.ofHours(1)));
    assertThat(time.advanceToNext()).isTrue();

    assertThat(done).containsExactly("early");
    assertThat(time.now()).isEqualTo(start.plus(Duration.ofHours(1)));
  }
}
