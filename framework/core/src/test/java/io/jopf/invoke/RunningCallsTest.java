package io.jopf.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Cancellation;
import io.jopf.Cancellation.Cause;
import io.jopf.ObjectKey;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningCallsTest {

  private static final ObjectKey KEY = new ObjectKey("default", "tom");
  private static final Outcome LATE = new Outcome.GaveUp("late", null);
  private static final Outcome DONE = new Outcome.Succeeded("done");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeTime time = new FakeTime();
  private final RunningCalls calls = new RunningCalls(time);
  private final BlockingQueue<Cancellation> begun = new LinkedBlockingQueue<>();

  @Test
  void a_call_that_ends_by_itself_has_the_outcome_that_it_has() {
    assertThat(call(LONG, running -> DONE)).isEqualTo(DONE);
    assertThat(time.waiting()).as("alarms left").isZero();
    assertThat(calls.isRunning(KEY)).isFalse();
  }

  @Test
  void a_blocked_call_is_interrupted_when_its_time_is_up() throws Exception {
    CompletableFuture<@Nullable Outcome> outcome = inBackground(LONG, this::blocked);
    Cancellation cancellation = begun.take();
    assertThat(cancellation.remaining()).contains(LONG);
    time.advance(LONG.minusMillis(1));
    assertThat(cancellation.isCancelled()).isFalse();

    time.advance(Duration.ofMillis(1));

    assertThat(outcome.get()).isEqualTo(LATE);
    assertThat(cancellation.cause()).contains(Cause.TIMED_OUT);
    assertThat(cancellation.remaining()).contains(Duration.ZERO);
  }

  @Test
  void the_interruption_ends_with_the_call() {
    call(
        LONG,
        running -> {
          time.advance(LONG);
          return DONE;
        });

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(call(null, running -> DONE)).isEqualTo(DONE);
  }

  @Test
  void an_interruption_of_the_handlers_own_making_does_not_outlive_it() {
    assertThat(
            call(
                null,
                running -> {
                  Thread.currentThread().interrupt();
                  return DONE;
                }))
        .isEqualTo(DONE);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_late_success_is_late() {
    assertThat(
            call(
                LONG,
                running -> {
                  time.advance(LONG);
                  return DONE;
                }))
        .isEqualTo(LATE);
  }

  @Test
  void work_that_never_noticed_that_it_should_end_is_done() {
    assertThat(
            call(
                null,
                running -> {
                  calls.cancelAll(Cause.STOPPING);
                  return DONE;
                }))
        .isEqualTo(DONE);
  }

  @Test
  void work_that_swallowed_its_interruption_is_not_done() throws Exception {
    CompletableFuture<@Nullable Outcome> outcome = inBackground(null, this::blocked);
    begun.take();

    calls.cancelAll(Cause.LEADERSHIP_LOST);

    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class,
            again -> {
              assertThat(again.counts()).isFalse();
              assertThat(again.message()).isEqualTo("cancelled: another replica takes over");
            });
  }

  @Test
  void after_all_were_cancelled_none_begins_until_it_may() {
    calls.cancelAll(Cause.LEADERSHIP_LOST);

    assertThat(call(null, running -> DONE)).isNull();
    calls.open();
    assertThat(call(null, running -> DONE)).isEqualTo(DONE);
  }

  @Test
  void one_can_wait_for_the_end_of_all() throws Exception {
    assertThat(calls.awaitNone(Duration.ZERO)).isTrue();
    CompletableFuture<@Nullable Outcome> outcome = inBackground(null, this::blocked);
    begun.take();
    assertThat(calls.awaitNone(Duration.ZERO)).isFalse();

    calls.cancelAll(Cause.STOPPING);

    assertThat(calls.awaitNone(LONG)).isTrue();
    assertThat(outcome.get()).isNotNull();
  }

  @Test
  void a_deletion_ends_only_calls_that_end_with_their_object() throws Exception {
    CompletableFuture<@Nullable Outcome> outcome = inBackground(null, this::blocked);
    Cancellation ends = begun.take();

    calls.objectDeleted(new ObjectKey("default", "jerry"));
    assertThat(ends.isCancelled()).isFalse();
    calls.objectDeleted(KEY);

    assertThat(outcome.get()).isInstanceOf(Outcome.TryAgain.class);
    assertThat(ends.cause()).contains(Cause.OBJECT_DELETED);
    Outcome stayed =
        calls.call(
            KEY,
            "stays",
            null,
            false,
            LATE,
            running -> {
              calls.objectDeleted(KEY);
              return running.isCancelled() ? LATE : DONE;
            });
    assertThat(stayed).isEqualTo(DONE);
  }

  @Test
  void a_call_that_ignores_its_interruption_keeps_running_until_it_ends() throws Exception {
    CountDownLatch door = new CountDownLatch(1);
    CompletableFuture<@Nullable Outcome> outcome =
        inBackground(
            LONG,
            running -> {
              begun.add(running);
              while (!passed(door)) {
                Thread.onSpinWait();
              }
              return DONE;
            });
    begun.take();
    time.advance(LONG);
    assertThat(calls.anyAwaited()).as("just interrupted").isTrue();
    time.advance(LONG);
    assertThat(calls.isRunning(KEY)).isTrue();
    assertThat(calls.names()).containsExactly("test");
    assertThat(calls.anyAwaited()).as("given up").isFalse();
    assertThat(outcome).isNotDone();

    door.countDown();

    assertThat(outcome.get()).isEqualTo(LATE);
    assertThat(calls.isRunning(KEY)).isFalse();
    assertThat(time.waiting()).isZero();
  }

  @Test
  void the_first_cause_counts_and_each_interrupts() {
    call(
        LONG,
        running -> {
          running.cancel(Cause.STOPPING);
          assertThat(Thread.interrupted()).isTrue();
          running.cancel(Cause.TIMED_OUT);
          assertThat(Thread.interrupted()).isTrue();
          assertThat(running.cause()).contains(Cause.STOPPING);
          return DONE;
        });
  }

  private Outcome blocked(RunningCall running) {
    begun.add(running);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // as a careless handler does
    }
    return DONE;
  }

  private static boolean passed(CountDownLatch door) {
    return door.getCount() == 0;
  }

  private @Nullable Outcome call(
      @Nullable Duration timeout, Function<RunningCall, @Nullable Outcome> handler) {
    return calls.call(
        KEY, "test", timeout == null ? null : time.now().plus(timeout), true, LATE, handler);
  }

  private CompletableFuture<@Nullable Outcome> inBackground(
      @Nullable Duration timeout, Function<RunningCall, @Nullable Outcome> handler) {
    CompletableFuture<@Nullable Outcome> outcome = new CompletableFuture<>();
    new Thread(() -> outcome.complete(call(timeout, handler))).start();
    return outcome;
  }

  @Test
  void a_deadline_does_not_move_when_the_wall_clock_is_set() throws Exception {
    CompletableFuture<@Nullable Outcome> outcome = inBackground(LONG, this::blocked);
    Cancellation cancellation = begun.take();

    time.jump(Duration.ofHours(1));
    time.advance(Duration.ofSeconds(10));
    assertThat(cancellation.remaining()).contains(LONG.minusSeconds(10));
    time.jump(Duration.ofHours(-2));
    time.advance(LONG.minusSeconds(10));

    assertThat(outcome.get()).isEqualTo(LATE);
  }
}
