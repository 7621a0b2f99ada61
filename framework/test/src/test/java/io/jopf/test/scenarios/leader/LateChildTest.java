package io.jopf.test.scenarios.leader;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.scenarios.Things;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = CrateHandlers.class,
    crds = Things.DEFINITION,
    properties = {
      TwoProcesses.ELECTION,
      TwoProcesses.LEASE,
      TwoProcesses.DEADLINE,
      TwoProcesses.PERIOD
    })
class LateChildTest extends TwoProcesses {

  private static @Nullable String size(Cluster cluster) {
    ConfigMap crate = cluster.get(ConfigMap.class, "tom");
    return crate == null ? null : crate.getData().get("size");
  }

  @Test
  void what_a_former_leader_makes_of_a_child_too_late_is_put_right(
      Cluster cluster, FaultProxy faults, TestOperator first) {
    awaitLeader(cluster, first);
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("there is a crate", () -> "1".equals(size(cluster)));
    Hold late = faults.on(PATCH, "configmaps").named("tom").hold();
    things.resize("tom", 2);
    cluster.await("its write is on the way", late::isReached);
    TestOperator next = direct(cluster, CrateHandlers.class);
    takeOver(cluster, faults, next);
    things.resize("tom", 3);
    cluster.await("the next one writes", () -> "3".equals(size(cluster)));
    int answers = faults.exchanges(PATCH, "configmaps").size();

    late.release();
    cluster.await("it has arrived", () -> faults.exchanges(PATCH, "configmaps").size() > answers);

    assertThat(faults.exchanges(PATCH, "configmaps").get(answers).code()).isEqualTo(200);
    cluster.await("it is put right", () -> "3".equals(size(cluster)));
    assertThat(leadership(next)).isEqualTo("leader");
  }
}
