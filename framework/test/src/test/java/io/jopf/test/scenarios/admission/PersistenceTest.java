package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = Guards.class, crds = Things.DEFINITION)
@Tag("control-plane-only")
class PersistenceTest {

  @Test
  void persistent_handlers_are_asked_while_no_operator_runs_and_their_policy_decides(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    Webhooks webhooks = new Webhooks(cluster);
    assertThat(webhooks.names()).hasSize(3);

    operator.stop();

    assertThat(webhooks.names())
        .containsExactlyInAnyOrder(
            "strict.things.test-operator.jopf.io", "lax.things.test-operator.jopf.io");
    things.create("tom", 1);
    webhooks.awaitAsked(() -> things.named("tom").dryRun().delete(), true);
    webhooks.awaitAsked(() -> things.resize("tom", 2), false);

    operator.start();
    webhooks.awaitAsked(() -> things.named("tom").delete(), false);
  }
}
