package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import org.junit.jupiter.api.Test;

@JopfTest(
    crds = Flows.CRDS,
    properties = {
      "jopf.leader-election.enabled=true",
      "jopf.leader-election.lease-duration=6s",
      "jopf.leader-election.renew-deadline=4s",
      "jopf.leader-election.retry-period=500ms"
    })
class LeaderScenarioTest {

  @Test
  void only_one_of_two_replicas_acts_and_the_other_goes_on_where_it_was_killed(
      Cluster cluster, TestOperator first) {
    cluster.await("it leads", () -> leadership(first).equals("leader"));
    TestOperator second = first.replica();
    second.start();
    try {
      Flows flows = new Flows(cluster);
      flows.applyFlow(
          "f",
          "- {name: a, SLEEP1}",
          "- {name: b, dependencies: [a], SLEEP30}",
          "- {name: c, SLEEP1}");
      flows.awaitJob("f-b");
      assertThat(leadership(second)).isEqualTo("standby");
      String running = flows.job("f-b").getMetadata().getUid();

      first.kill();
      flows.applyChain("g", "a", "b a");
      flows.awaitState("g", "Succeed");
      flows.awaitState("f", "Succeed");

      assertThat(leadership(second)).isEqualTo("leader");
      assertThat(flows.job("f-b").getMetadata().getUid()).isEqualTo(running);
      assertThat(cluster.list(Job.class)).hasSize(5);
      assertThat(flows.events("f").stream().filter("Created"::equals)).hasSizeLessThanOrEqualTo(3);
    } finally {
      second.stop();
    }
  }

  private static String leadership(TestOperator operator) {
    return operator.context().getBean(Operator.class).leadership();
  }
}
