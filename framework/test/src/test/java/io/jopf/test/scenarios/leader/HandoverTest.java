package io.jopf.test.scenarios.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = SentryHandlers.class,
    crds = Things.DEFINITION,
    properties = {
      TwoProcesses.ELECTION,
      TwoProcesses.LEASE,
      TwoProcesses.DEADLINE,
      TwoProcesses.PERIOD
    })
class HandoverTest extends TwoProcesses {

  @Test
  void the_daemons_of_a_leader_that_is_cut_off_end_before_those_of_the_next_one_begin(
      Cluster cluster, FaultProxy faults, TestOperator first) {
    awaitLeader(cluster, first);
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("tom has a sentry", () -> Trace.isRunning("tom"));
    TestOperator other = direct(cluster, SentryHandlers.class);

    faults.down();
    cluster.await("there is another sentry", () -> Trace.handlersOf("tom").size() == 2);

    assertThat(Trace.overlaps()).isEmpty();
    assertThat(leadership(first)).isEqualTo("standby");
    assertThat(leadership(other)).isEqualTo("leader");
  }

  @Test
  void a_leader_that_is_cut_off_for_a_while_begins_its_daemons_anew(
      Cluster cluster, FaultProxy faults, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("tom has a sentry", () -> Trace.isRunning("tom"));

    faults.down();
    cluster.await("the sentry has gone", () -> !Trace.isRunning("tom"));
    assertThat(leadership(operator)).isEqualTo("standby");
    faults.up();
    cluster.await("there is one again", () -> Trace.isRunning("tom"));

    assertThat(leadership(operator)).isEqualTo("leader");
  }
}
