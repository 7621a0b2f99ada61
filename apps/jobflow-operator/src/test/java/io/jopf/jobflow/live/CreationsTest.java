package io.jopf.jobflow.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreationsTest {

  private final Creations creations = new Creations(4);

  @AfterEach
  void stop() {
    creations.stop();
  }

  @Test
  void as_many_as_may_are_carried_out_at_the_same_time_and_answers_keep_their_order() {
    CountDownLatch together = new CountDownLatch(4);
    List<Integer> answers =
        creations.all(
            List.of(
                () -> meeting(together, 0),
                () -> meeting(together, 1),
                () -> meeting(together, 2),
                () -> meeting(together, 3)),
            any -> true);

    assertThat(answers).containsExactly(0, 1, 2, 3);
  }

  /** Comes back only when all have come. */
  private static int meeting(CountDownLatch together, int number) {
    together.countDown();
    try {
      together.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return number;
  }

  @Test
  void after_trouble_there_is_one_at_a_time_and_one_more_with_each_that_goes_well() {
    creations.all(List.<Supplier<Boolean>>of(() -> false), well -> well);
    awaitIdle();
    assertThat(creations.limit()).isEqualTo(1);
    assertThat(creations.patience()).as("one more failure is enough").isEqualTo(1);

    AtomicInteger running = new AtomicInteger();
    List<Supplier<Integer>> two = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      two.add(running::incrementAndGet);
    }
    creations.all(two.subList(0, 1), any -> true);
    creations.all(two.subList(1, 2), any -> true);

    awaitIdle();
    assertThat(creations.limit()).isEqualTo(3);
    assertThat(creations.patience()).isEqualTo(3);
  }

  /** The last one is counted after its answer is there. */
  private void awaitIdle() {
    while (!creations.isIdle()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_a_request_throws_reaches_the_caller_and_the_others_are_carried_out() {
    AtomicInteger done = new AtomicInteger();

    assertThatThrownBy(
            () ->
                creations.all(
                    List.<Supplier<Integer>>of(
                        () -> {
                          throw new IllegalStateException("broken");
                        },
                        done::incrementAndGet),
                    any -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    awaitIdle();
    assertThat(done).hasValue(1);
  }

  @Test
  void nothing_goes_on_when_the_caller_has_been_told_of_a_failure() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    List<Supplier<Integer>> requests =
        List.of(
            () -> {
              throw new IllegalStateException("broken");
            },
            () -> {
              await(slow);
              return done.incrementAndGet();
            });
    AtomicInteger seen = new AtomicInteger(-1);
    Thread caller =
        new Thread(
            () -> {
              assertThatThrownBy(() -> creations.all(requests, any -> true))
                  .isInstanceOf(IllegalStateException.class);
              seen.set(done.get());
            });
    caller.start();
    while (caller.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    slow.countDown();
    caller.join();

    assertThat(seen).hasValue(1);
  }

  @Test
  void who_waits_when_it_is_stopped_is_told_and_nothing_more_is_carried_out() throws Exception {
    Creations one = new Creations(1);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    List<Supplier<Integer>> requests =
        List.of(
            () -> {
              begun.countDown();
              await(new CountDownLatch(1));
              return done.incrementAndGet();
            },
            done::incrementAndGet,
            done::incrementAndGet);
    Thread caller =
        new Thread(
            () ->
                assertThatThrownBy(() -> one.all(requests, any -> true))
                    .isInstanceOf(RuntimeException.class));
    caller.start();
    begun.await();
    one.stop();
    caller.join();

    assertThat(done).hasValue(0);
    while (!one.isIdle()) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> one.all(requests.subList(1, 2), any -> true))
        .as("later too")
        .isInstanceOf(RuntimeException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
