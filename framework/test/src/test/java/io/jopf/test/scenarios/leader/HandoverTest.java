package io.jopf.test.scenarios.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = SentryHandlers.class,
    crds = Things.DEFINITION,
    properties = {
      "jopf.leader-election.enabled=true",
      "jopf.leader-election.lease-duration=6s",
      "jopf.leader-election.renew-deadline=4s",
      "jopf.leader-election.retry-period=500ms"
    })
class HandoverTest {

  private static final Map<String, Object> SAME =
      Map.of(
          "jopf.leader-election.enabled", "true",
          "jopf.leader-election.lease-duration", "6s",
          "jopf.leader-election.renew-deadline", "4s",
          "jopf.leader-election.retry-period", "500ms");

  private @Nullable TestOperator second;

  @BeforeEach
  void nothing_has_happened() {
    Trace.clear();
  }

  @AfterEach
  void stop() {
    if (second != null) {
      second.stop();
    }
  }

  private static String leadership(TestOperator operator) {
    return operator.context().getBean(Operator.class).leadership();
  }

  @Test
  void the_daemons_of_a_leader_that_is_cut_off_end_before_those_of_the_next_one_begin(
      Cluster cluster, FaultProxy faults, TestOperator first) {
    cluster.await("the first leads", () -> leadership(first).equals("leader"));
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("tom has a sentry", () -> Trace.isRunning("tom"));
    // the faults are on the way of the first one only
    TestOperator other = TestOperator.of(cluster, SAME, SentryHandlers.class);
    second = other;
    other.start();

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
