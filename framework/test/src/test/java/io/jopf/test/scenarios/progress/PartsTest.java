package io.jopf.test.scenarios.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = PartsHandlers.class, crds = Things.DEFINITION)
class PartsTest {

  @Test
  void parts_are_tried_each_by_itself_and_what_comes_after_waits_for_all(
      Cluster cluster, PartsHandlers handlers) {
    Things things = new Things(cluster);
    things.create(withParts("tom", new Thing.Part("wheel", 0), new Thing.Part("engine", 2)));

    things.awaitSettled("tom");

    assertThat(handlers.done)
        .containsExactly("wheel 0", "engine 0", "engine 1", "engine 2", "polish");
    assertThat(things.state("tom").subs()).isEmpty();
    assertThat(things.status("tom", "polish")).isEqualTo("shiny");
  }

  @Test
  void parts_that_have_succeeded_are_not_repeated_by_the_next_process(
      Cluster cluster, TestOperator operator, PartsHandlers handlers) {
    Things things = new Things(cluster);
    things.create(withParts("tom", new Thing.Part("wheel", 0), new Thing.Part("engine", 1)));
    cluster.await(
        "an attempt is remembered", () -> things.state("tom").subs().containsKey("assemble/wheel"));

    operator.kill();
    operator.start();
    things.awaitSettled("tom");

    List<String> all = new ArrayList<>(handlers.done);
    all.addAll(operator.context().getBean(PartsHandlers.class).done);
    assertThat(all).containsOnlyOnce("wheel 0").containsOnlyOnce("polish");
  }

  @Test
  void an_edit_of_a_list_keeps_what_others_have_added_meanwhile(
      Cluster cluster, PartsHandlers handlers) throws InterruptedException {
    Things things = new Things(cluster);
    things.create("tagged", 1);
    handlers.begun.await();
    things.edit("tagged", thing -> thing.getSpec().parts = List.of(new Thing.Part("theirs", 0)));

    handlers.door.countDown();
    things.awaitSettled("tagged");

    assertThat(things.get("tagged").getSpec().parts)
        .extracting(Thing.Part::name)
        .containsExactly("theirs", "ours");
  }

  private static Thing withParts(String name, Thing.Part... parts) {
    Thing thing = Things.thing(name, 1);
    thing.getSpec().parts = List.of(parts);
    return thing;
  }
}
