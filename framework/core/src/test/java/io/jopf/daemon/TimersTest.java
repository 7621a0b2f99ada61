package io.jopf.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.StopReason;
import io.jopf.invoke.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimersTest {

  private static final Outcome DONE = new Outcome.Succeeded(null);
  private static final Duration TWO_MINUTES = Duration.ofSeconds(130);

  private static Outcome failed() {
    return new Outcome.TryAgain(null, "not now", true, new IllegalStateException("not now"));
  }

  @Test
  void a_timer_rests_for_its_interval_after_the_end_of_each_run() {
    try (TaskStage stage = new TaskStage("minutely")) {
      stage.work = (retry, extras) -> takes(stage, 10);
      stage.create();
      stage.pass(TWO_MINUTES);

      assertThat(stage.calls).containsExactly("minutely 0", "minutely 70", "minutely 140");
    }
  }

  @Test
  void a_sharp_timer_keeps_its_grid_and_leaves_out_what_it_has_missed() {
    try (TaskStage stage = new TaskStage("sharp")) {
      stage.work = (retry, extras) -> takes(stage, stage.calls.size() == 2 ? 70 : 10);
      stage.create();
      stage.pass(Duration.ofMinutes(3));

      assertThat(stage.calls).containsExactly("sharp 0", "sharp 60", "sharp 180", "sharp 240");
    }
  }

  private static Outcome takes(TaskStage stage, int seconds) {
    stage.time.advance(Duration.ofSeconds(seconds));
    return DONE;
  }

  @Test
  void the_first_run_waits_for_the_initial_delay() {
    try (TaskStage stage = new TaskStage("late")) {
      stage.create();
      stage.pass(Duration.ofMinutes(1));

      assertThat(stage.calls).containsExactly("late 10");
    }
  }

  @Test
  void an_idle_timer_waits_until_nothing_essential_has_changed_for_a_while() {
    try (TaskStage stage = new TaskStage("idle")) {
      stage.create();
      stage.pass(Duration.ofSeconds(20));
      stage.put("1", Map.of(), "b", false);
      stage.pass(Duration.ofSeconds(55));

      assertThat(stage.calls).containsExactly("idle 50", "idle 60", "idle 70");

      stage.put("1", Map.of(), "c", false);
      stage.pass(Duration.ofSeconds(35));
      assertThat(stage.calls.subList(3, stage.calls.size())).containsExactly("idle 105");
    }
  }

  @Test
  void a_change_of_the_status_alone_does_not_make_an_idle_timer_wait() {
    try (TaskStage stage = new TaskStage("idle")) {
      stage.create();
      for (int i = 0; i < 6; i++) {
        stage.pass(Duration.ofSeconds(7));
        stage.calls.add("status");
        stage.create();
      }

      assertThat(stage.calls).contains("idle 30", "idle 40");
    }
  }

  @Test
  void an_idle_timer_without_interval_runs_once_after_each_change_and_costs_nothing_between() {
    try (TaskStage stage = new TaskStage("settled")) {
      stage.create();
      stage.pass(TWO_MINUTES);
      assertThat(stage.calls).containsExactly("settled 30");
      assertThat(stage.time.waiting()).isZero();

      stage.put("1", Map.of(), "b", false);
      stage.pass(TWO_MINUTES);

      assertThat(stage.calls).containsExactly("settled 30", "settled 160");
      assertThat(stage.time.waiting()).isZero();
    }
  }

  @Test
  void a_change_during_a_run_is_not_lost() {
    try (TaskStage stage = new TaskStage("settled")) {
      stage.work =
          (retry, extras) -> {
            if (stage.calls.size() == 1) {
              stage.time.advance(Duration.ofSeconds(1));
              stage.put("1", Map.of(), "b", false);
            }
            return DONE;
          };
      stage.create();
      stage.pass(TWO_MINUTES);

      assertThat(stage.calls).containsExactly("settled 30", "settled 61");
    }
  }

  @Test
  void timers_end_at_once_with_their_object() {
    try (TaskStage stage = new TaskStage("minutely", "settled", "idle", "late")) {
      stage.create();
      stage.until(stage.tasks::idle);

      stage.delete();

      assertThat(stage.time.waiting()).isZero();
      stage.pass(TWO_MINUTES);
      assertThat(stage.calls).containsExactly("minutely 0");
    }
  }

  @Test
  void the_timers_of_an_object_made_anew_begin_anew() {
    try (TaskStage stage = new TaskStage("moody")) {
      stage.work = (retry, extras) -> gaveUp();
      stage.create();
      stage.pass(TWO_MINUTES);
      assertThat(stage.calls).containsExactly("moody 0");

      stage.put("2", Map.of(), "a", false);
      stage.pass(Duration.ofSeconds(1));

      assertThat(stage.calls).containsExactly("moody 0", "moody 130");
    }
  }

  private static Outcome gaveUp() {
    return new Outcome.GaveUp("never", new PermanentException("never"));
  }

  @Test
  void a_failure_is_retried_by_the_back_off_and_a_success_forgets_it() {
    try (TaskStage stage = new TaskStage("moody")) {
      stage.work = (retry, extras) -> stage.calls.size() % 3 == 0 ? DONE : failed();
      stage.create();
      stage.pass(Duration.ofSeconds(85));

      assertThat(stage.calls)
          .containsExactly("moody 0", "moody 5", "moody 10", "moody 70", "moody 75", "moody 80");
      assertThat(stage.retries).extracting(Retry::attempt).containsExactly(0, 1, 2, 0, 1, 2);
      assertThat(stage.givenUp).isEmpty();
    }
  }

  @Test
  void trouble_of_the_api_server_is_no_attempt() {
    try (TaskStage stage = new TaskStage("moody")) {
      stage.work =
          (retry, extras) ->
              new Outcome.TryAgain(
                  Duration.ofSeconds(2), "503", false, new IllegalStateException("503"));
      stage.create();
      stage.pass(Duration.ofSeconds(10));

      assertThat(stage.calls).hasSize(6);
      assertThat(stage.retries).extracting(Retry::attempt).containsOnly(0);
    }
  }

  @Test
  void the_last_attempt_ends_the_timer_and_users_are_told() {
    try (TaskStage stage = new TaskStage("moody")) {
      stage.work = (retry, extras) -> failed();
      stage.create();
      stage.pass(TWO_MINUTES);

      assertThat(stage.calls).containsExactly("moody 0", "moody 5", "moody 10");
      assertThat(stage.givenUp).containsExactly("moody");
    }
  }

  @Test
  void a_permanent_failure_ends_the_timer_for_this_process_whatever_changes() {
    try (TaskStage stage = new TaskStage("chosen")) {
      stage.work = (retry, extras) -> gaveUp();
      stage.create();
      stage.pass(TWO_MINUTES);
      stage.put("1", Map.of(), "b", false);
      stage.create();
      stage.pass(TWO_MINUTES);

      assertThat(stage.calls).containsExactly("chosen 0");
      assertThat(stage.givenUp).containsExactly("chosen");
    }
  }

  @Test
  void a_timer_runs_only_while_its_object_matches() {
    try (TaskStage stage = new TaskStage("chosen")) {
      stage.put("1", Map.of(), "a", false);
      stage.pass(Duration.ofSeconds(10));
      stage.create();
      stage.pass(Duration.ofSeconds(70));
      stage.put("1", Map.of(), "a", false);
      stage.pass(TWO_MINUTES);

      assertThat(stage.calls).containsExactly("chosen 10", "chosen 70");
      assertThat(stage.time.waiting()).isZero();
    }
  }

  @Test
  void what_could_not_be_written_is_written_later_without_another_run() {
    try (TaskStage stage = new TaskStage("minutely")) {
      stage.refusedWrites.add(true);
      stage.refusedWrites.add(true);
      stage.create();
      stage.pass(Duration.ofSeconds(50));

      assertThat(stage.calls).containsExactly("minutely 0");
      assertThat(stage.writes).hasValue(3);
      stage.pass(Duration.ofSeconds(30));
      assertThat(stage.calls).hasSize(2);
    }
  }

  @Test
  void when_leadership_is_lost_all_timers_end_and_begin_once_when_it_is_regained() {
    try (TaskStage stage = new TaskStage("minutely")) {
      stage.create();
      stage.until(() -> stage.calls.size() == 1 && stage.tasks.idle());

      stage.tasks.deactivate(StopReason.LEADERSHIP_LOST, TaskStage.LONG);
      stage.create();
      assertThat(stage.time.waiting()).isZero();
      stage.pass(TWO_MINUTES);
      stage.tasks.activate();
      stage.create();
      stage.create();
      // it was there before, so its first run is spread over a minute
      stage.pass(Duration.ofMinutes(1));

      assertThat(stage.calls).hasSize(2);
    }
  }

  @Test
  void a_timer_that_was_ended_and_begun_anew_does_not_overlap_its_last_run() {
    try (TaskStage stage = new TaskStage("chosen")) {
      stage.work =
          (retry, extras) -> {
            if (stage.calls.size() == 1) {
              stage.put("1", Map.of(), "a", false);
              stage.create();
              stage.time.advance(Duration.ofSeconds(1));
            }
            return DONE;
          };
      stage.create();
      stage.pass(Duration.ofSeconds(10));

      assertThat(stage.overlaps()).isEmpty();
      assertThat(stage.calls).containsExactly("chosen 0", "chosen 1");
    }
  }

  @Test
  void timers_do_not_notice_when_the_wall_clock_is_set() {
    try (TaskStage stage = new TaskStage("minutely", "sharp", "settled")) {
      stage.create();
      stage.pass(Duration.ofSeconds(45));
      stage.time.jump(Duration.ofHours(1));
      stage.pass(Duration.ofSeconds(45));
      stage.time.jump(Duration.ofHours(-2));
      stage.pass(Duration.ofSeconds(45));

      assertThat(stage.calls)
          .containsExactlyInAnyOrder(
              "minutely 0",
              "sharp 0",
              "settled 30",
              "minutely 60",
              "sharp 60",
              "minutely 120",
              "sharp 120");
    }
  }
}
