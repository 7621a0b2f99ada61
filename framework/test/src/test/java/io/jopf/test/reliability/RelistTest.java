package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.LIST;
import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.faults.Requests;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list that is taken anew around a write of ours, alone and with a foreign change beside it. */
@JopfTest(handlers = ScalesHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class RelistTest {

  private enum Window {
    /** There is none. */
    NONE,
    /** It is asked for and answered before our write is taken. */
    BEFORE,
    /** It is answered before our write is taken, and comes after the answer to that. */
    AROUND,
    /** It is asked for when our write is taken, and comes before the answer to that. */
    DURING
  }

  /** Creates a thing, and lists everything anew in the given window of the write of its status. */
  private static void weigh(Cluster cluster, FaultProxy faults, Window window, Runnable foreign) {
    Things things = new Things(cluster);
    Requests writes = faults.on(PATCH, "things/status");
    Hold write = window == Window.DURING ? writes.holdAnswer() : writes.hold();
    things.create("tom", 1);
    cluster.await("the status is being written", write::isReached);
    int lists = faults.exchanges(LIST, "things").size();
    switch (window) {
      case NONE -> {
        foreign.run();
        write.release();
      }
      case BEFORE -> {
        faults.watches("things").sendError(410);
        cluster.await("all is listed", () -> faults.exchanges(LIST, "things").size() > lists);
        foreign.run();
        write.release();
      }
      case AROUND -> {
        Hold list = faults.on(LIST, "things").holdAnswer();
        faults.watches("things").sendError(410);
        cluster.await("all is listed", list::isReached);
        foreign.run();
        write.release();
        things.awaitStatus("tom", "weight", 1);
        list.release();
      }
      case DURING -> {
        foreign.run();
        faults.watches("things").sendError(410);
        cluster.await("all is listed", () -> faults.exchanges(LIST, "things").size() > lists);
        write.release();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void our_own_write_wakes_nobody(
      Window window, Cluster cluster, FaultProxy faults, ScalesHandlers handlers) {
    weigh(cluster, faults, window, () -> {});
    Things things = new Things(cluster);
    things.awaitStatus("tom", "weight", 1);
    things.create("last", 9);
    things.awaitStatus("last", "weight", 9);

    assertThat(handlers.log).containsExactly("tom 1", "last 9");
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void a_foreign_change_beside_it_means_exactly_one_more_run(
      Window window, Cluster cluster, FaultProxy faults, ScalesHandlers handlers) {
    Things things = new Things(cluster);
    weigh(cluster, faults, window, () -> things.resize("tom", 2));
    things.awaitStatus("tom", "weight", 2);
    things.create("last", 9);
    things.awaitStatus("last", "weight", 9);

    assertThat(handlers.log).containsExactly("tom 1", "tom 2", "last 9");
  }
}
