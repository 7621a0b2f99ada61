package io.jopf.test.scenarios.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = HeirHandlers.class,
    crds = Things.DEFINITION,
    properties = {"jopf.takeover.kopf.mode=adopt", "jopf.workers=1"})
class TakeoverTest {

  private HeirHandlers handlers = new HeirHandlers();

  /** What the objects are at the start, no operator has made so. */
  @BeforeEach
  void stop(TestOperator operator) {
    operator.stop();
  }

  private void start(TestOperator operator) {
    operator.start();
    handlers = operator.context().getBean(HeirHandlers.class);
  }

  private static void assertOurs(Thing thing) {
    assertThat(thing.getMetadata().getAnnotations()).containsOnlyKeys(Things.MARKS.state());
    assertThat(thing.getMetadata().getFinalizers()).containsExactly(Things.MARKS.finalizer());
  }

  @Test
  void what_kopf_has_handled_is_resumed_and_not_created(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create(Left.handled("tom", 1));

    start(operator);
    things.awaitSettled("tom");
    cluster.await("tom is resumed", () -> handlers.calls.contains("resume tom"));
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.calls).containsExactly("resume tom", "create jerry 0", "createToo jerry 0");
    assertOurs(things.get("tom"));
  }

  @Test
  void a_change_during_the_switch_over_is_an_update(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create(Left.handled("tom", 1));
    things.resize("tom", 2);

    start(operator);
    things.awaitSettled("tom");

    assertThat(handlers.calls).startsWith("update tom [spec, size]");
    assertOurs(things.get("tom"));
  }

  @Test
  void a_creation_ends_without_calling_any_handler_again(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create(Left.halfCreated("tom", 1));

    start(operator);
    things.awaitSettled("tom");

    assertThat(handlers.calls).containsExactly("createToo tom 2");
    assertOurs(things.get("tom"));
  }

  @Test
  void a_second_process_finds_nothing_to_take_over(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create(Left.halfCreated("tom", 1));
    start(operator);
    things.awaitSettled("tom");

    operator.stop();
    start(operator);
    cluster.await("tom is resumed", () -> handlers.calls.contains("resume tom"));

    assertThat(handlers.calls).containsExactly("resume tom");
  }

  @Test
  void a_deletion_that_kopf_holds_is_finished(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create(Left.handled("tom", 1));
    things.named("tom").delete();

    start(operator);
    cluster.awaitGone(Thing.class, "tom");

    assertThat(handlers.calls).containsExactly("delete tom 0");
  }
}
