package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Requests;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The number of kills is set by {@code -Djopf.kills}. */
@JopfTest(
    handlers = LandlordHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.grace=10ms")
class KilledAnywhereTest {

  private static final int KILLS = Integer.getInteger("jopf.kills", 10);

  /** A creation takes three writes, the deletion beside it at least one. */
  private static final int WRITES = 4;

  /** From the chosen write on nothing is answered; that one itself may have taken effect. */
  private static BooleanSupplier cut(FaultProxy faults, Random random) {
    int last = random.nextInt(WRITES);
    AtomicInteger writes = new AtomicInteger();
    Requests ours =
        faults
            .onAll()
            .where(request -> request.verb().isWrite() && request.resource().startsWith("things"));
    Requests chosen = ours.where(request -> writes.getAndIncrement() == last);
    if (random.nextBoolean()) {
      chosen.dropAfterForwarding();
    } else {
      chosen.drop();
    }
    ours.where(request -> writes.get() > last).drop();
    return () -> writes.get() > last;
  }

  @Test
  void wherever_the_operator_is_killed_no_cause_is_lost(
      Cluster cluster, FaultProxy faults, TestOperator operator) {
    Things things = new Things(cluster);
    Random random = new Random(KILLS);
    List<String> log = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      LandlordHandlers handlers = operator.context().getBean(LandlordHandlers.class);
      BooleanSupplier isCut = cut(faults, random);
      things.create("thing-" + kill, 1);
      things.named("thing-" + (kill - 1)).delete();
      cluster.await("the cut has come", isCut);
      operator.kill();
      faults.clear();
      log.addAll(handlers.log);
      operator.start();
      things.awaitSettled("thing-" + kill);
      cluster.awaitGone(Thing.class, "thing-" + (kill - 1));
      log.addAll(operator.context().getBean(LandlordHandlers.class).log);
      operator.context().getBean(LandlordHandlers.class).log.clear();
    }

    for (int kill = 1; kill < KILLS; kill++) {
      // at least once, and again only if the crash came before the result was stored
      assertThat(Collections.frequency(log, "create thing-" + kill + " at attempt 0"))
          .isBetween(1, 2);
      assertThat(Collections.frequency(log, "delete thing-" + kill)).isBetween(1, 3);
    }
  }
}
