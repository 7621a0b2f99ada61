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

    AtomicInteger running = new AtomicInteger();
    List<Supplier<Integer>> two = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      two.add(running::incrementAndGet);
    }
    creations.all(two.subList(0, 1), any -> true);
    creations.all(two.subList(1, 2), any -> true);

    awaitIdle();
    assertThat(creations.limit()).isEqualTo(3);
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
}
