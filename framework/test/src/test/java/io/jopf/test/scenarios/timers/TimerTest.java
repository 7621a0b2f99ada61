package io.jopf.test.scenarios.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = TideHandlers.class, crds = Things.DEFINITION)
class TimerTest {

  private static List<String> of(String name, List<String> calls) {
    return calls.stream().filter(call -> call.startsWith(name + " ")).toList();
  }

  @Test
  void a_timer_runs_again_and_again_and_what_it_returns_and_patches_is_written(
      Cluster cluster, TideHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);

    things.awaitStatus("tom", "tide", 3);

    assertThat(handlers.tides).startsWith("tom 1", "tom 2", "tom 3");
    cluster.await(
        "the patch is written",
        () -> String.valueOf(things.get("tom").getSpec().colour).startsWith("tide "));
    assertThat(things.get("tom").getMetadata().getFinalizers()).isEmpty();
  }

  @Test
  void a_timer_ends_with_its_object(Cluster cluster, TideHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("it runs", () -> handlers.tides.contains("tom 2"));

    things.named("tom").delete();
    cluster.awaitGone(Thing.class, "tom");
    things.create("jerry", 1);
    cluster.await("the end is known", () -> handlers.tides.contains("jerry 2"));
    int runs = of("tom", handlers.tides).size();
    cluster.await("time has passed", () -> handlers.tides.contains("jerry 5"));

    assertThat(of("tom", handlers.tides)).hasSize(runs);
  }

  @Test
  void an_object_made_anew_has_a_timer_and_a_memo_of_its_own(
      Cluster cluster, TideHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("it runs", () -> handlers.tides.contains("tom 2"));

    things.named("tom").delete();
    things.create("tom", 2);
    cluster.await("it runs anew", () -> handlers.tides.lastIndexOf("tom 1") > 0);
    things.awaitStatus("tom", "tide", 2);

    List<String> anew =
        handlers.tides.subList(handlers.tides.lastIndexOf("tom 1"), handlers.tides.size());
    assertThat(anew).startsWith("tom 1", "tom 2").doesNotHaveDuplicates();
  }

  @Test
  void a_timer_runs_while_its_object_matches(Cluster cluster, TideHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("the other timer runs", () -> handlers.tides.contains("tom 2"));
    assertThat(handlers.rests).isEmpty();

    things.edit("tom", tom -> tom.getMetadata().setLabels(Map.of("rest", "yes")));
    cluster.await("it rests", () -> handlers.rests.size() >= 3);
    things.edit("tom", tom -> tom.getMetadata().setLabels(Map.of("rest", "no")));
    cluster.await(
        "that is known",
        () -> {
          int before = handlers.rests.size();
          int tides = handlers.tides.size();
          cluster.await("time passes", () -> handlers.tides.size() > tides + 2);
          return handlers.rests.size() == before;
        });
  }

  @Test
  void a_new_process_begins_anew(Cluster cluster, TestOperator operator) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "tide", 3);

    operator.restart();
    TideHandlers next = operator.context().getBean(TideHandlers.class);

    cluster.await("it runs", () -> next.tides.contains("tom 2"));
    assertThat(next.tides).startsWith("tom 1", "tom 2");
  }
}
