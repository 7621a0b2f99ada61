package io.jopf.test.scenarios.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Diff;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = PaintHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class UpdateTest {

  private static Things withTom(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    return things;
  }

  private static List<String> lines(Diff diff) {
    return diff.items().stream()
        .map(item -> String.join(".", item.path()) + " " + item.before() + " " + item.after())
        .toList();
  }

  @Test
  void a_handler_of_a_field_gets_its_old_and_its_new_value(
      Cluster cluster, PaintHandlers handlers) {
    Things things = withTom(cluster);

    for (String colour : List.of("red", "blue")) {
      things.edit("tom", thing -> thing.getSpec().colour = colour);
      things.awaitSettled("tom");
    }

    assertThat(handlers.painted).containsExactly("tom: null to red", "tom: red to blue");
  }

  @Test
  void old_and_new_are_of_the_type_that_the_handler_asks_for(
      Cluster cluster, PaintHandlers handlers) {
    Things things = withTom(cluster);

    things.edit("tom", thing -> thing.getSpec().parts = List.of(new Thing.Part("leg", 4)));
    things.awaitSettled("tom");
    things.edit(
        "tom",
        thing ->
            thing.getSpec().parts = List.of(new Thing.Part("leg", 4), new Thing.Part("tail", 1)));
    things.awaitSettled("tom");

    assertThat(handlers.fitted).containsExactly("0 to leg", "1 to tail");
  }

  @Test
  void a_change_of_another_field_is_no_change_for_the_handler_of_a_field(
      Cluster cluster, PaintHandlers handlers) {
    Things things = withTom(cluster);

    things.resize("tom", 2);
    things.awaitSettled("tom");

    assertThat(handlers.noted)
        .singleElement()
        .satisfies(diff -> assertThat(lines(diff)).containsExactly("spec.size 1 2"));
    assertThat(handlers.painted).isEmpty();
  }

  @Test
  void a_label_is_a_change_of_the_object(Cluster cluster, PaintHandlers handlers) {
    Things things = withTom(cluster);

    things.edit("tom", thing -> thing.getMetadata().setLabels(Map.of("team", "cats")));
    things.awaitSettled("tom");

    assertThat(handlers.noted).hasSize(1);
  }

  @Test
  void changes_while_no_operator_ran_are_one_update(Cluster cluster, TestOperator operator) {
    Things things = withTom(cluster);
    operator.stop();
    things.resize("tom", 2);
    things.edit("tom", thing -> thing.getSpec().colour = "red");
    things.resize("tom", 3);
    things.edit("tom", thing -> thing.getSpec().colour = "blue");

    operator.start();
    things.awaitSettled("tom");

    PaintHandlers handlers = operator.context().getBean(PaintHandlers.class);
    assertThat(handlers.painted).containsExactly("tom: null to blue");
    assertThat(handlers.noted)
        .singleElement()
        .satisfies(
            diff ->
                assertThat(lines(diff))
                    .containsExactly("spec.colour null \"blue\"", "spec.size 1 3"));
  }

  @Test
  void a_change_that_was_taken_back_while_no_operator_ran_is_none(
      Cluster cluster, TestOperator operator) {
    Things things = withTom(cluster);
    operator.stop();
    things.resize("tom", 2);
    things.resize("tom", 1);

    operator.start();
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(operator.context().getBean(PaintHandlers.class).noted).isEmpty();
  }

  @Test
  void status_and_metadata_of_others_run_nothing_and_nothing_is_written(
      Cluster cluster, PaintHandlers handlers) {
    Things things = withTom(cluster);
    things
        .named("tom")
        .editStatus(
            thing -> {
              thing.setStatus(Map.of("mood", "good"));
              return thing;
            });
    things.edit("tom", thing -> thing.getMetadata().setFinalizers(List.of("example.com/keep")));
    things.edit(
        "tom",
        thing -> thing.getMetadata().getAnnotations().put("other-operator.jopf.io/state", "{}"));
    String version = things.version("tom");

    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.noted).isEmpty();
    assertThat(things.version("tom")).isEqualTo(version);
    things.edit("tom", thing -> thing.getMetadata().setFinalizers(List.of()));
  }
}
