package io.jopf.test.scenarios.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = HeirHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.takeover.kopf.mode=ignore")
class IgnoredTest {

  @Test
  void kopfs_marks_mean_nothing_when_they_are_to_be_ignored(
      Cluster cluster, HeirHandlers handlers) {
    Things things = new Things(cluster);
    things.create(Left.handled("tom", 1));
    things.awaitSettled("tom");

    assertThat(handlers.calls).containsExactly("create tom 0", "createToo tom 0");
    assertThat(things.get("tom").getMetadata().getFinalizers()).contains(Left.FINALIZER);
  }
}
