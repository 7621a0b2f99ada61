package io.jopf.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.StopReason;
import io.jopf.Stopped;
import io.jopf.intake.Extras;
import io.jopf.invoke.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DaemonsTest {

  private static final Outcome DONE = new Outcome.Succeeded(null);
  private final List<StopReason> reasons = new CopyOnWriteArrayList<>();

  private Outcome untilStopped(Retry retry, Extras extras) throws InterruptedException {
    Stopped stopped = Objects.requireNonNull(extras.stopped());
    boolean told = false;
    while (!told) {
      told = stopped.await(Duration.ofSeconds(10));
    }
    stopped.reason().ifPresent(reasons::add);
    return DONE;
  }

  private static boolean isAwaited(TaskStage stage) {
    return stage.tasks.isAwaited(TaskStage.TOM, "1");
  }

  @Test
  void a_daemon_runs_from_the_first_sight_of_its_object_until_the_deletion() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = this::untilStopped;
      stage.create();
      stage.until(() -> stage.running() == 1);
      stage.create();
      stage.time.advance(Duration.ofMinutes(5));
      assertThat(isAwaited(stage)).isTrue();

      stage.delete();
      stage.until(() -> !isAwaited(stage));

      assertThat(stage.calls).containsExactly("guard 0");
      assertThat(reasons).containsExactly(StopReason.OBJECT_DELETED);
      stage.until(stage::lookIfWoken);
      stage.gone();
      assertThat(stage.time.waiting()).isZero();
    }
  }

  @Test
  void a_daemon_begins_when_the_deletion_of_its_object_would_wait_for_it() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = this::untilStopped;
      stage.held = false;
      stage.create();
      assertThat(isAwaited(stage)).isFalse();

      stage.held = true;
      stage.look();
      stage.until(() -> stage.running() == 1);
      assertThat(isAwaited(stage)).isTrue();
    }
  }

  @Test
  void a_daemon_that_does_not_listen_is_interrupted_after_a_while() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work =
          (retry, extras) -> {
            new CountDownLatch(1).await();
            return DONE;
          };
      stage.create();
      stage.until(() -> stage.running() == 1);
      stage.delete();

      stage.time.advance(Duration.ofMillis(9_999));
      assertThat(stage.running()).isEqualTo(1);
      assertThat(isAwaited(stage)).isTrue();
      stage.time.advance(Duration.ofMillis(1));
      stage.until(() -> !isAwaited(stage));

      assertThat(stage.running()).isZero();
      assertThat(stage.givenUp).isEmpty();
    }
  }

  @Test
  void a_daemon_that_ignores_even_that_holds_its_object_no_longer_than_the_timeout() {
    CountDownLatch never = new CountDownLatch(1);
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = (retry, extras) -> stubborn(never);
      stage.create();
      stage.until(() -> stage.running() == 1);
      stage.delete();

      stage.time.advance(Duration.ofSeconds(69));
      assertThat(isAwaited(stage)).isTrue();
      stage.time.advance(Duration.ofSeconds(1));

      assertThat(isAwaited(stage)).isFalse();
      assertThat(stage.lookIfWoken()).isTrue();
      assertThat(stage.running()).isEqualTo(1);
      never.countDown();
      stage.until(() -> stage.running() == 0);
    }
  }

  private static Outcome stubborn(CountDownLatch end) {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        // that is what it is here for
      }
    }
    return DONE;
  }

  @Test
  void there_is_no_second_daemon_beside_one_that_does_not_end() {
    CountDownLatch never = new CountDownLatch(1);
    try (TaskStage stage = new TaskStage("chosenGuard")) {
      stage.work = (retry, extras) -> stubborn(never);
      stage.create();
      stage.until(() -> stage.running() == 1);
      stage.put("1", Map.of(), "a", false);
      stage.time.advance(Duration.ofSeconds(70));

      stage.create();
      stage.lookIfWoken();
      assertThat(stage.calls).hasSize(1);
      never.countDown();
      stage.until(stage::lookIfWoken);
      stage.until(() -> stage.calls.size() == 2);

      assertThat(stage.overlaps()).isEmpty();
    }
  }

  @Test
  void a_daemon_stops_with_the_match_and_begins_anew_with_the_next() {
    try (TaskStage stage = new TaskStage("chosenGuard")) {
      stage.work = this::untilStopped;
      stage.put("1", Map.of(), "a", false);
      assertThat(stage.calls).isEmpty();
      stage.create();
      stage.until(() -> stage.running() == 1);

      stage.put("1", Map.of(), "a", false);
      stage.until(() -> !isAwaited(stage));
      stage.create();
      stage.until(() -> stage.running() == 1);

      assertThat(reasons).containsExactly(StopReason.FILTERS_MISMATCH);
      assertThat(stage.calls).hasSize(2);
      assertThat(stage.overlaps()).isEmpty();
    }
  }

  @Test
  void a_daemon_that_has_returned_does_not_run_again() {
    try (TaskStage stage = new TaskStage("chosenGuard")) {
      stage.create();
      stage.until(stage::lookIfWoken);
      stage.create();
      stage.put("1", Map.of(), "a", false);
      stage.create();

      assertThat(isAwaited(stage)).isFalse();
      assertThat(stage.calls).containsExactly("chosenGuard 0");
    }
  }

  @Test
  void nor_does_one_that_has_failed_for_good() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = (retry, extras) -> new Outcome.GaveUp("never", new PermanentException("never"));
      stage.create();
      stage.until(stage::lookIfWoken);
      stage.create();

      assertThat(stage.calls).hasSize(1);
      assertThat(stage.givenUp).containsExactly("guard");
    }
  }

  @Test
  void one_that_fails_is_called_again_until_its_attempts_are_used_up() {
    try (TaskStage stage = new TaskStage("moodyGuard")) {
      stage.work =
          (retry, extras) ->
              new Outcome.TryAgain(null, "not now", true, new IllegalStateException("not now"));
      stage.create();
      for (int attempt = 1; attempt < 3; attempt++) {
        int calls = attempt;
        stage.until(() -> stage.calls.size() == calls && stage.time.waiting() == 1);
        stage.time.advance(Duration.ofSeconds(5));
      }
      stage.until(stage::lookIfWoken);

      assertThat(stage.calls).containsExactly("moodyGuard 0", "moodyGuard 5", "moodyGuard 10");
      assertThat(stage.retries).extracting(Retry::attempt).containsExactly(0, 1, 2);
      assertThat(stage.givenUp).containsExactly("moodyGuard");
    }
  }

  @Test
  void a_daemon_that_has_not_begun_yet_is_just_called_off() {
    try (TaskStage stage = new TaskStage("slowGuard")) {
      stage.create();
      assertThat(isAwaited(stage)).isFalse();

      stage.delete();

      assertThat(stage.time.waiting()).isZero();
      stage.time.advance(Duration.ofMinutes(1));
      assertThat(stage.calls).isEmpty();
    }
  }

  @Test
  void an_object_made_anew_gets_a_daemon_of_its_own_and_the_old_one_ends() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = this::untilStopped;
      stage.create();
      stage.until(() -> stage.running() == 1);

      stage.put("2", Map.of(), "a", false);
      stage.until(() -> stage.calls.size() == 2 && stage.running() == 1);

      assertThat(reasons).containsExactly(StopReason.OBJECT_DELETED);
      assertThat(stage.tasks.isAwaited(TaskStage.TOM, "2")).isTrue();
      assertThat(isAwaited(stage)).isFalse();
    }
  }

  @Test
  void when_leadership_is_lost_all_stop_and_begin_once_when_it_is_regained() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = this::untilStopped;
      stage.create();
      stage.until(() -> stage.running() == 1);

      stage.tasks.deactivate(StopReason.LEADERSHIP_LOST, TaskStage.LONG);
      assertThat(stage.tasks.awaitDaemons(Duration.ofSeconds(30))).isTrue();
      stage.create();
      assertThat(stage.running()).isZero();
      stage.tasks.activate();
      stage.create();
      stage.create();
      stage.until(() -> stage.running() == 1);

      assertThat(reasons).containsExactly(StopReason.LEADERSHIP_LOST);
      assertThat(stage.calls).hasSize(2);
    }
  }

  /** Does not look whether it is to stop, but ends when it is interrupted. */
  private static Outcome untilInterrupted(Retry retry, Extras extras) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return DONE;
  }

  @Test
  void when_another_process_may_act_soon_a_daemon_is_interrupted_before_it_would_be() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = DaemonsTest::untilInterrupted;
      stage.create();
      stage.until(() -> stage.running() == 1);

      stage.tasks.deactivate(StopReason.LEADERSHIP_LOST, Duration.ofSeconds(2));
      stage.time.advance(Duration.ofMillis(1_999));
      assertThat(stage.tasks.anyAwaited()).isTrue();
      stage.time.advance(Duration.ofMillis(1));

      stage.until(() -> !stage.tasks.anyAwaited());
      assertThat(stage.time.waiting()).as("alarms left").isZero();
    }
  }

  @Test
  void a_daemon_that_was_stopping_anyway_has_no_more_time_than_the_others() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work = DaemonsTest::untilInterrupted;
      stage.create();
      stage.until(() -> stage.running() == 1);
      stage.gone();

      stage.tasks.deactivate(StopReason.LEADERSHIP_LOST, Duration.ZERO);
      stage.time.advance(Duration.ZERO);

      stage.until(() -> !stage.tasks.anyAwaited());
      assertThat(stage.time.waiting()).as("alarms left").isZero();
    }
  }

  @Test
  void a_daemon_that_ignores_its_interruption_is_awaited_until_it_is_given_up() {
    CountDownLatch door = new CountDownLatch(1);
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work =
          (retry, extras) -> {
            while (door.getCount() > 0) {
              Thread.onSpinWait();
            }
            return DONE;
          };
      stage.create();
      stage.until(() -> stage.running() == 1);

      stage.tasks.deactivate(StopReason.LEADERSHIP_LOST, Duration.ZERO);
      stage.time.advance(Duration.ofSeconds(1));
      assertThat(stage.tasks.anyAwaited()).isTrue();
      stage.time.advance(Duration.ofMinutes(1));

      assertThat(stage.tasks.anyAwaited()).isFalse();
      assertThat(stage.running()).isEqualTo(1);
      door.countDown();
    }
  }

  @Test
  void a_stopping_operator_tells_and_then_interrupts_them_and_leaves_none() {
    TaskStage stage = new TaskStage("guard", "moodyGuard");
    stage.work = this::untilStopped;
    stage.create();
    stage.until(() -> stage.running() == 2);

    stage.tasks.deactivate(StopReason.OPERATOR_STOPPING, TaskStage.LONG);
    stage.tasks.close();

    assertThat(stage.tasks.awaitEnd(Duration.ofSeconds(30))).isTrue();
    assertThat(reasons).containsExactly(StopReason.OPERATOR_STOPPING, StopReason.OPERATOR_STOPPING);
    assertThat(stage.running()).isZero();
  }

  @Test
  void the_result_is_written_though_the_daemon_was_interrupted() {
    try (TaskStage stage = new TaskStage("guard")) {
      stage.work =
          (retry, extras) -> {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return DONE;
          };
      stage.create();
      stage.until(() -> stage.running() == 1);
      stage.delete();
      stage.time.advance(Duration.ofSeconds(10));
      stage.until(() -> !isAwaited(stage));

      assertThat(stage.writes).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StopReason.class)
  void whatever_ends_a_daemon_it_is_told_once_and_its_thread_ends(StopReason reason)
      throws InterruptedException {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    try (TaskStage stage = new TaskStage("chosenGuard")) {
      stage.work =
          (retry, extras) -> {
            threads.add(Thread.currentThread());
            return untilStopped(retry, extras);
          };
      stage.create();
      stage.until(() -> threads.size() == 1);

      for (int times = 0; times < 2; times++) {
        switch (reason) {
          case OBJECT_DELETED -> stage.delete();
          case FILTERS_MISMATCH -> stage.put("1", Map.of(), "a", false);
          case LEADERSHIP_LOST, OPERATOR_STOPPING -> stage.tasks.deactivate(reason, TaskStage.LONG);
        }
      }

      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(threads).hasSize(1);
      assertThat(reasons).containsExactly(reason);
      assertThat(stage.time.waiting()).as("alarms left").isZero();
    }
  }
}
