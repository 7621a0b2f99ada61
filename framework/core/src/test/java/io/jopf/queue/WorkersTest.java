package io.jopf.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final WorkQueue<Integer> queue = new WorkQueue<>(new FakeTime());
  private final Semaphore slots = new Semaphore(16, true);
  private final BlockingQueue<Integer> worked = new LinkedBlockingQueue<>();

  @Test
  void work_that_throws_does_not_lose_a_worker() throws InterruptedException {
    Workers<Integer> workers =
        started(
            1,
            key -> {
              worked.add(key);
              switch (key) {
                case 0 -> throw new IllegalStateException("a bug");
                case 1 -> throw new StackOverflowError();
                case 2 -> throw new NoClassDefFoundError("a");
                case 3 -> throw new AssertionError("a");
                case 4 -> throw new OutOfMemoryError("a");
                case 5 -> throw new Error("a");
                default -> {}
              }
            });

    for (int key = 0; key < 7; key++) {
      queue.add(key);
      assertThat(worked.take()).isEqualTo(key);
    }

    assertThat(workers.alive()).isEqualTo(1);
    assertThat(workers.stop(LONG)).isTrue();
    assertThat(workers.alive()).isZero();
  }

  @Test
  void work_that_leaves_its_thread_interrupted_does_not_lose_a_worker()
      throws InterruptedException {
    Workers<Integer> workers =
        started(
            1,
            key -> {
              worked.add(key);
              Thread.currentThread().interrupt();
            });

    queue.add(1);
    queue.add(2);

    assertThat(worked.take()).isEqualTo(1);
    assertThat(worked.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(workers.stop(LONG)).isTrue();
  }

  @Test
  void a_key_whose_work_threw_can_come_again() throws InterruptedException {
    Workers<Integer> workers =
        started(
            2,
            key -> {
              worked.add(key);
              throw new IllegalStateException("a bug");
            });

    for (int i = 0; i < 3; i++) {
      queue.add(7);
      assertThat(worked.take()).isEqualTo(7);
    }

    assertThat(workers.stop(LONG)).isTrue();
  }

  @Test
  void stopping_waits_for_the_work_in_hand_and_begins_no_other() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Workers<Integer> workers =
        started(
            1,
            key -> {
              begun.countDown();
              awaitQuietly(mayEnd);
              worked.add(key);
            });
    queue.add(1);
    queue.add(2);
    begun.await();
    AtomicBoolean inTime = new AtomicBoolean();
    Thread stopping = new Thread(() -> inTime.set(workers.stop(LONG)));
    stopping.start();
    // closed: the queue takes no more; only then may the work in hand end
    while (queue.depth() > 0) {
      Thread.onSpinWait();
    }

    mayEnd.countDown();
    stopping.join();

    assertThat(inTime).isTrue();
    assertThat(worked).containsExactly(1);
  }

  @Test
  void workers_of_several_queues_share_their_slots() throws InterruptedException {
    WorkQueue<Integer> other = new WorkQueue<>(new FakeTime());
    Semaphore two = new Semaphore(2, true);
    AtomicInteger within = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(400);
    Consumer<Integer> work =
        key -> {
          most.accumulateAndGet(within.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          within.decrementAndGet();
          all.countDown();
        };
    List<Workers<Integer>> both =
        List.of(new Workers<>(queue, work, two), new Workers<>(other, work, two));
    for (int key = 0; key < 200; key++) {
      queue.add(key);
      other.add(key);
    }

    both.forEach(workers -> workers.start(4, Thread::new));
    all.await();

    assertThat(most.get()).isBetween(1, 2);
    for (Workers<Integer> workers : both) {
      assertThat(workers.allAlive()).isTrue();
      assertThat(workers.stop(LONG)).isTrue();
    }
  }

  @Test
  void work_that_hangs_holds_up_nobody_but_its_own_key() throws InterruptedException {
    CountDownLatch door = new CountDownLatch(1);
    Workers<Integer> workers =
        started(
            2,
            key -> {
              if (key == 0) {
                awaitQuietly(door);
              } else {
                worked.add(key);
              }
            });
    queue.add(0);
    for (int key = 1; key <= 100; key++) {
      queue.add(key);
    }

    for (int key = 1; key <= 100; key++) {
      assertThat(worked.take()).isEqualTo(key);
    }
    door.countDown();
    assertThat(workers.stop(LONG)).isTrue();
  }

  @Test
  void work_that_outlasts_the_grace_is_interrupted() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Workers<Integer> workers =
        started(
            1,
            key -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    queue.add(1);
    begun.await();

    assertThat(workers.stop(Duration.ZERO)).isFalse();

    assertThat(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void no_key_is_with_two_workers_and_no_last_add_is_lost() throws InterruptedException {
    int keys = 5;
    int changes = 20_000;
    AtomicIntegerArray state = new AtomicIntegerArray(keys);
    AtomicIntegerArray seen = new AtomicIntegerArray(keys);
    AtomicIntegerArray within = new AtomicIntegerArray(keys);
    AtomicBoolean overlapped = new AtomicBoolean();
    Workers<Integer> workers =
        started(
            4,
            key -> {
              if (within.incrementAndGet(key) != 1) {
                overlapped.set(true);
              }
              seen.set(key, state.get(key));
              Thread.onSpinWait();
              within.decrementAndGet(key);
            });
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Thread writer =
          new Thread(
              () -> {
                for (int change = 0; change < changes; change++) {
                  int key = change % keys;
                  state.incrementAndGet(key);
                  queue.add(key);
                }
              });
      writers.add(writer);
      writer.start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    while (!queue.idle()) {
      Thread.onSpinWait();
    }

    assertThat(overlapped).isFalse();
    for (int key = 0; key < keys; key++) {
      assertThat(seen.get(key)).as("last seen of %s", key).isEqualTo(state.get(key));
    }
    assertThat(workers.stop(LONG)).isTrue();
  }

  private Workers<Integer> started(int count, Consumer<Integer> work) {
    Workers<Integer> workers = new Workers<>(queue, work, slots);
    workers.start(
        count,
        task -> {
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          return thread;
        });
    return workers;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
