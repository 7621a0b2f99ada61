package io.jopf.test.scenarios.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = CarelessHandlers.class, crds = Things.DEFINITION)
class NoDeleteTest {

  private static Thing withFinalizers(String... finalizers) {
    Thing tom = Things.thing("tom", 1);
    tom.getMetadata().setFinalizers(List.of(finalizers));
    return tom;
  }

  @Test
  void without_a_mandatory_delete_handler_there_is_never_a_finalizer(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.resize("tom", 2);
    things.awaitSettled("tom");

    assertThat(things.get("tom").getMetadata().getFinalizers()).isEmpty();
    things.named("tom").delete();
    assertThat(cluster.get(Thing.class, "tom")).isNull();
  }

  @Test
  void a_finalizer_of_an_earlier_version_with_a_delete_handler_is_taken_off(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    operator.stop();
    things.create(withFinalizers(Things.MARKS.finalizer(), "example.com/keep"));

    operator.start();
    cluster.await(
        "only the other finalizer is left",
        () -> things.get("tom").getMetadata().getFinalizers().equals(List.of("example.com/keep")));
    things.awaitSettled("tom");

    assertThat(things.status("tom", "take")).isEqualTo("took 1");
    things.edit("tom", thing -> thing.getMetadata().setFinalizers(List.of()));
  }

  @Test
  void an_object_that_waits_for_an_earlier_version_is_let_go(
      Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    operator.stop();
    things.create(withFinalizers(Things.MARKS.finalizer()));
    things.named("tom").delete();
    assertThat(things.get("tom").getMetadata().getDeletionTimestamp()).isNotNull();

    operator.start();

    cluster.awaitGone(Thing.class, "tom");
  }
}
