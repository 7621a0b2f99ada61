package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The number of things is set by {@code -Djopf.many}. */
@JopfTest(
    handlers = GateHandlers.class,
    crds = Things.DEFINITION,
    properties = {"jopf.workers=1", "test.depths=true"})
class BacklogTest {

  private static final int MANY = Integer.getInteger("jopf.many", 5_000);
  private static final int AT_ONCE = 8;
  private static final long KILOBYTE = 1L << 10;

  /** A small thing takes about 3 KiB as the watch has it. */
  private static final long PER_THING = 12 * KILOBYTE;

  private static final long ALL_THE_REST = 48 * KILOBYTE * KILOBYTE;

  private static void create(Things things, int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Object>> creations = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = "thing-" + i;
        creations.add(() -> things.create(name, 1));
      }
      for (Future<Object> creation : threads.invokeAll(creations)) {
        creation.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void a_fresh_change_goes_before_a_long_backlog_and_memory_stays_bounded(
      Cluster cluster, FaultProxy faults, TestOperator operator) throws Exception {
    Things things = new Things(cluster);
    operator.stop();
    create(things, MANY);
    long before = heap();

    operator.start();
    Depths depths = operator.context().getBean(Depths.class);
    GateHandlers handlers = operator.context().getBean(GateHandlers.class);
    cluster.await("all are waiting", () -> depths.ofThings() == MANY - 1);
    assertThat(heap() - before).isLessThan(MANY * PER_THING + ALL_THE_REST);
    things.create("fresh", 1);
    cluster.await("the fresh one waits, too", () -> depths.ofThings() == MANY);
    handlers.gate.countDown();
    cluster.await("all are handled", () -> handlers.passed.get() == MANY + 1);
    cluster.await("it has nothing to do", operator::isIdle);

    assertThat(handlers.first.indexOf("fresh")).isEqualTo(1);
    assertThat(handlers.passed.get()).isEqualTo(MANY + 1);
    assertThat(depths.ofThings()).isZero();
    assertThat(faults.writes()).isEmpty();
  }
}
