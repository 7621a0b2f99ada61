package io.jopf.test.scenarios.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = LeaseHandlers.class, crds = Things.DEFINITION)
class MandatoryDeleteTest {

  private static final String FOREIGN = "example.com/keep";

  @Test
  void the_finalizer_is_there_before_the_first_handler_runs(
      Cluster cluster, LeaseHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);

    things.awaitSettled("tom");

    assertThat(handlers.finalizersWhenTaken).containsExactly(List.of(Things.MARKS.finalizer()));
  }

  @Test
  void a_deletion_waits_until_the_handler_has_succeeded(Cluster cluster, LeaseHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    handlers.inUse = true;

    things.named("tom").delete();
    cluster.await("it has been tried twice", () -> handlers.returns.contains(1));
    assertThat(things.get("tom").getMetadata().getDeletionTimestamp()).isNotNull();
    handlers.inUse = false;
    cluster.awaitGone(Thing.class, "tom");

    assertThat(handlers.returns).startsWith(0, 1).doesNotHaveDuplicates();
  }

  @Test
  void a_deletion_while_no_operator_ran_waits_for_the_next_one(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    operator.stop();
    things.named("tom").delete();
    assertThat(things.get("tom").getMetadata().getDeletionTimestamp()).isNotNull();

    operator.start();
    cluster.awaitGone(Thing.class, "tom");

    assertThat(operator.context().getBean(LeaseHandlers.class).returns).containsExactly(0);
  }

  @Test
  void the_finalizer_of_somebody_else_survives(Cluster cluster, LeaseHandlers handlers) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getMetadata().setFinalizers(List.of(FOREIGN));
    things.create(tom);
    things.awaitSettled("tom");
    assertThat(things.get("tom").getMetadata().getFinalizers())
        .containsExactlyInAnyOrder(FOREIGN, Things.MARKS.finalizer());

    things.named("tom").delete();
    cluster.await(
        "only the other finalizer is left",
        () -> things.get("tom").getMetadata().getFinalizers().equals(List.of(FOREIGN)));
    assertThat(handlers.returns).containsExactly(0);

    things.edit("tom", thing -> thing.getMetadata().setFinalizers(List.of()));
    cluster.awaitGone(Thing.class, "tom");
    assertThat(handlers.returns).containsExactly(0);
  }
}
