package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handlers that do not look at children are not run for what they have made of them. */
@JopfTest(handlers = LidHandlers.class, crds = Things.DEFINITION)
class OwnMakingTest {

  private static int runs(LidHandlers handlers) {
    return Collections.frequency(handlers.runs, "tom");
  }

  private static Things withTom(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("tom has a lid", () -> things.status("tom", "lid") != null);
    return things;
  }

  private static @Nullable String size(Cluster cluster) {
    return cluster.client().configMaps().withName("tom").require().getData().get("size");
  }

  /** As somebody who does not care what else has changed. */
  private static void patch(Cluster cluster, String patch) {
    cluster
        .client()
        .configMaps()
        .withName("tom")
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch.replace('\'', '"'));
  }

  /** Something that others do, whose event comes after those of what we have made. */
  private static void touch(
      Cluster cluster, TestOperator operator, LidHandlers handlers, int runs) {
    cluster.await("there is nothing to do", operator::isIdle);
    assertThat(runs(handlers)).isEqualTo(runs - 1);
    patch(cluster, "{'metadata':{'labels':{'seen':'yes'}}}");
    cluster.await("it has looked again", () -> runs(handlers) >= runs);
  }

  @Test
  void a_child_that_was_just_made_does_not_run_its_maker_again(
      Cluster cluster, TestOperator operator, LidHandlers handlers) {
    withTom(cluster);

    touch(cluster, operator, handlers, 2);

    assertThat(runs(handlers)).isEqualTo(2);
  }

  @Test
  void a_child_that_was_just_repaired_does_not_either(
      Cluster cluster, TestOperator operator, LidHandlers handlers) {
    withTom(cluster);

    patch(cluster, "{'data':{'size':'1000'}}");
    cluster.await("it is repaired", () -> "1".equals(size(cluster)));
    touch(cluster, operator, handlers, 3);

    assertThat(runs(handlers)).isEqualTo(3);
  }

  @Test
  void what_others_do_to_it_in_the_meantime_is_found(Cluster cluster, LidHandlers handlers) {
    Things things = withTom(cluster);

    for (int size = 2; size <= 6; size++) {
      things.resize("tom", size);
      patch(cluster, "{'data':{'size':'1000'}}");
    }

    cluster.await("the last word is ours", () -> "6".equals(size(cluster)));
  }
}
