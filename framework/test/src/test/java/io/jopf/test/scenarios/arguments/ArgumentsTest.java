package io.jopf.test.scenarios.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = HireHandlers.class, crds = Things.DEFINITION)
class ArgumentsTest {

  @Test
  void a_binder_of_the_user_fills_the_arguments_that_carry_its_annotation(Cluster cluster) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getMetadata().setLabels(Map.of("team", "cats"));
    things.create(tom);
    things.create("jerry", 1);

    things.awaitStatus("tom", "hire", "of the cats");
    things.awaitStatus("jerry", "hire", "nobody's");
  }

  @Test
  void a_binder_of_the_user_fills_the_arguments_of_its_type(Cluster cluster, LedgerBinder ledgers) {
    Things things = new Things(cluster);
    things.create("tom", 7);

    things.awaitSettled("tom");

    assertThat(ledgers.lines).containsExactly("tom: size 7");
  }
}
