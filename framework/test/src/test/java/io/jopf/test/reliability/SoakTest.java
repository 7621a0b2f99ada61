package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.WatchFaults;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Short in the build; {@code -Djopf.soak=1h} makes it as long as that. */
@JopfTest(handlers = LandlordHandlers.class, crds = Things.DEFINITION)
class SoakTest {

  private static final Duration LENGTH =
      Duration.parse("PT" + System.getProperty("jopf.soak", "5s"));
  private static final int WARM_UP = 20;
  private static final long MEGABYTE = 1L << 20;

  private record Footprint(int threads, long heap, int connections) {}

  private final Random random = new Random(31);
  private int round;

  private static Footprint footprint(FaultProxy faults) {
    System.gc();
    return new Footprint(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        faults.connections());
  }

  private void oneLifeWithAFault(Cluster cluster, FaultProxy faults) {
    Things things = new Things(cluster);
    WatchFaults watches = faults.watches("things");
    switch (random.nextInt(6)) {
      case 0 -> watches.closeAll();
      case 1 -> watches.resetAll();
      case 2 -> watches.resetMidEvent();
      case 3 -> faults.on(PATCH, "things/status").answer(409).times(1);
      case 4 -> faults.on(PATCH, "things").dropAfterForwarding().times(1);
      default -> {
        faults.down();
        faults.up();
      }
    }
    String name = "thing-" + round++;
    things.create(name, 1);
    things.awaitSettled(name);
    things.named(name).delete();
    cluster.awaitGone(Thing.class, name);
  }

  @Test
  void threads_heap_and_connections_stay_as_they_are(
      Cluster cluster, FaultProxy faults, LandlordHandlers handlers) {
    for (int i = 0; i < WARM_UP; i++) {
      oneLifeWithAFault(cluster, faults);
    }
    Footprint before = footprint(faults);
    long start = System.nanoTime();
    while (System.nanoTime() - start < LENGTH.toNanos()) {
      oneLifeWithAFault(cluster, faults);
      handlers.log.clear();
    }
    Footprint after = footprint(faults);

    assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 15);
    assertThat(after.connections()).isLessThanOrEqualTo(before.connections() + 5);
    assertThat(after.heap()).isLessThan(before.heap() * 3 / 2 + 32 * MEGABYTE);
  }
}
