package io.jopf.test.scenarios.leader;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.TestOperator;
import io.jopf.test.VirtualTime;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.simulated.SimulatedCluster;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of an election share: its terms, and a second process of the operator. */
abstract class TwoProcesses {

  static final String ELECTION = "jopf.leader-election.enabled=true";
  static final String LEASE = "jopf.leader-election.lease-duration=6s";
  static final String DEADLINE = "jopf.leader-election.renew-deadline=4s";
  static final String PERIOD = "jopf.leader-election.retry-period=500ms";

  private static final Map<String, Object> TERMS =
      Stream.of(ELECTION, LEASE, DEADLINE, PERIOD)
          .map(one -> one.split("=", 2))
          .collect(Collectors.toMap(one -> one[0], one -> one[1]));

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

  /** Starts another process, which is not behind the faults. */
  final TestOperator direct(Cluster cluster, Class<?> handlers) {
    return started(TestOperator.of(cluster, TERMS, handlers));
  }

  /** Starts another process like the first one, when that leads. */
  final TestOperator replica(Cluster cluster, TestOperator first) {
    awaitLeader(cluster, first);
    return started(first.replica());
  }

  private TestOperator started(TestOperator other) {
    second = other;
    other.start();
    return other;
  }

  static String leadership(TestOperator operator) {
    return operator.context().getBean(Operator.class).leadership();
  }

  /** Has the one behind the faults lose the lease to the other one, though a write holds it up. */
  static void takeOver(Cluster cluster, FaultProxy faults, TestOperator next) {
    faults.onAll().where(request -> request.resource().equals("leases")).drop();
    cluster.await(
        "the next one leads",
        () -> {
          letTimePass(cluster);
          return leadership(next).equals("leader");
        });
  }

  /** A virtual clock stands still while a handler runs. */
  static void letTimePass(Cluster cluster) {
    if (cluster instanceof SimulatedCluster simulated
        && simulated.time() instanceof VirtualTime clock) {
      clock.advance(Duration.ofMillis(500));
    }
  }

  static void awaitLeader(Cluster cluster, TestOperator operator) {
    cluster.await("it leads", () -> leadership(operator).equals("leader"));
  }
}
