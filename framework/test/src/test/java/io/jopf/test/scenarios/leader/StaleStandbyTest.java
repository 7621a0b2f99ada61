package io.jopf.test.scenarios.leader;

import static io.jopf.test.faults.Verb.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

/** The one behind the faults is the standby. */
@JopfTest(
    handlers = NotaryHandlers.class,
    crds = Things.DEFINITION,
    properties = {
      "jopf.workers=1",
      "jopf.watch-timeout=10s",
      TwoProcesses.ELECTION,
      TwoProcesses.LEASE,
      TwoProcesses.DEADLINE,
      TwoProcesses.PERIOD
    })
class StaleStandbyTest extends TwoProcesses {

  private static NotaryHandlers handlers(TestOperator operator) {
    return operator.context().getBean(NotaryHandlers.class);
  }

  /** A leader that has handled tom, of which its standby knows only that it was created. */
  private TestOperator leaderWhoseLastWritesAreUnseen(
      Cluster cluster, FaultProxy faults, TestOperator standby) {
    standby.stop();
    TestOperator leader = direct(cluster, NotaryHandlers.class);
    awaitLeader(cluster, leader);
    standby.start();
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getSpec().colour = "red";
    things.create(tom);
    cluster.await("tom is held", () -> Trace.isRunning("tom"));
    cluster.await("the standby sees it", () -> handlers(standby).seen.contains("tom"));
    faults.watches("things").halfOpen();
    handlers(leader).door.countDown();
    things.awaitSettled("tom");
    return leader;
  }

  @Test
  void who_begins_to_lead_sees_what_its_predecessor_has_written_last(
      Cluster cluster, FaultProxy faults, TestOperator standby) {
    TestOperator leader = leaderWhoseLastWritesAreUnseen(cluster, faults, standby);
    String first = handlers(leader).process;
    // it must not hold up the standby, should that one think that tom is new
    handlers(standby).door.countDown();

    leader.stop();
    Things things = new Things(cluster);
    things.create("jerry", 1);
    things.awaitStatus("jerry", "attest", handlers(standby).process);

    assertThat(Trace.handlersOf("tom")).containsExactly(first);
  }

  @Test
  void until_it_has_seen_that_it_does_not_act(
      Cluster cluster, FaultProxy faults, TestOperator standby) {
    TestOperator leader = leaderWhoseLastWritesAreUnseen(cluster, faults, standby);
    Hold lists = faults.on(LIST, "things").hold();

    leader.stop();
    cluster.await("the lease is its", () -> leadership(standby).equals("catching up"));
    assertThat(standby.context().getBean(Operator.class).isWorking()).isFalse();
    lists.release();

    awaitLeader(cluster, standby);
  }
}
