package io.jopf.test.scenarios.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = HeirHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class HeldTest {

  @Test
  void without_a_decision_what_kopf_has_handled_is_left_alone(
      Cluster cluster, HeirHandlers handlers) {
    Things things = new Things(cluster);
    String version = things.create(Left.handled("tom", 1)).getMetadata().getResourceVersion();
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.calls).containsExactly("create jerry 0", "createToo jerry 0");
    assertThat(things.version("tom")).isEqualTo(version);
  }
}
