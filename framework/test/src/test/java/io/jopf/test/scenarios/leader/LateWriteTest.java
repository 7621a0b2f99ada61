package io.jopf.test.scenarios.leader;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.Exchange;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.scenarios.Things;
import java.net.HttpURLConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@JopfTest(
    handlers = GuardHandlers.class,
    crds = Things.DEFINITION,
    properties = {
      TwoProcesses.ELECTION,
      TwoProcesses.LEASE,
      TwoProcesses.DEADLINE,
      TwoProcesses.PERIOD
    })
class LateWriteTest extends TwoProcesses {

  private static String process(TestOperator operator) {
    return operator.context().getBean(GuardHandlers.class).process;
  }

  /** The first one's way to its lease is cut off, and one of its writes is on the way for long. */
  @ParameterizedTest
  @ValueSource(strings = {"things/status", "things"})
  void what_a_former_leader_has_sent_undoes_nothing_when_it_arrives_late(
      String resource, Cluster cluster, FaultProxy faults, TestOperator first) {
    awaitLeader(cluster, first);
    Hold late = faults.on(PATCH, resource).named("tom").hold();
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("its write is on the way", late::isReached);
    TestOperator next = direct(cluster, GuardHandlers.class);
    takeOver(cluster, faults, next);
    things.resize("tom", 2);
    things.awaitStatus("tom", "guard", process(next) + " 2");
    things.awaitSettled("tom");
    String state = things.version("tom");

    late.release();
    cluster.await(
        "it has arrived",
        () ->
            faults.exchanges(PATCH, resource).stream()
                .map(Exchange::code)
                .anyMatch(code -> code == HttpURLConnection.HTTP_CONFLICT));
    things.create("jerry", 1);
    things.awaitStatus("jerry", "guard", process(next) + " 1");

    assertThat(things.version("tom")).isEqualTo(state);
    assertThat(Trace.overlaps()).isEmpty();
  }
}
