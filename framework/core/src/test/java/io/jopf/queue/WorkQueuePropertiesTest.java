package io.jopf.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkQueuePropertiesTest {

  private enum What {
    ADD,
    BACKLOG,
    DELAY,
    TAKE,
    BEGIN,
    DONE,
    FORGET,
    ADVANCE
  }

  private record Operation(What what, int key, int seconds) {}

  @Provide
  Arbitrary<List<Operation>> operations() {
    return Combinators.combine(
            Arbitraries.of(What.class),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 20))
        .as(Operation::new)
        .list()
        .ofMaxSize(100);
  }

  @Property
  void any_operations_have_the_effect_that_they_have_on_an_obvious_queue(
      @ForAll("operations") List<Operation> operations) {
    FakeTime time = new FakeTime();
    WorkQueue<Integer> queue = new WorkQueue<>(time);
    ModelQueue model = new ModelQueue();
    int wishes = 0;

    for (Operation operation : operations) {
      int key = operation.key();
      switch (operation.what()) {
        case ADD -> {
          queue.add(key);
          model.add(key);
        }
        case BACKLOG -> {
          queue.addBacklog(key);
          model.addBacklog(key);
        }
        case DELAY -> {
          // no two fall due together, so that the order is known
          Duration delay = Duration.ofSeconds(operation.seconds()).plusNanos(++wishes);
          queue.addAfter(key, delay);
          model.addAt(key, time.now().plus(delay));
        }
        case TAKE -> {
          Integer expected = model.take();
          assertThat(queue.poll()).isEqualTo(expected);
        }
        case BEGIN -> {
          if (model.taken.contains(key)) {
            queue.begin(key);
            model.dirty.remove(key);
          }
        }
        case DONE -> {
          if (model.taken.contains(key)) {
            queue.done(key);
            model.done(key);
          }
        }
        case FORGET -> {
          queue.forget(key);
          model.forget(key);
        }
        case ADVANCE -> {
          time.advance(Duration.ofSeconds(operation.seconds()));
          model.timeIs(time.now());
        }
      }
      assertThat(queue.depth())
          .isEqualTo(model.ready.size() + model.backlog.size() + model.dirty.size());
      assertThat(queue.idle())
          .isEqualTo(model.ready.isEmpty() && model.backlog.isEmpty() && model.taken.isEmpty());
      assertThat(time.waiting()).isEqualTo(model.delayed.size());
    }
  }
}
