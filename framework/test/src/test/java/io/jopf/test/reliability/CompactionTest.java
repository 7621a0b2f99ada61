package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.real.RealCluster;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("control-plane-only")
@JopfTest(handlers = ClerkHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class CompactionTest {

  @Test
  void after_a_restart_of_the_api_server_that_has_lost_its_history_every_change_is_handled_once(
      Cluster cluster, FaultProxy faults, Operator operator, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    List<String> names = List.of("tom", "jerry", "spike");
    names.forEach(name -> things.create(name, 1));
    names.forEach(things::awaitSettled);
    int lists = faults.exchanges(LIST, "things").size();
    handlers.log.clear();

    faults.down();
    things.resize("tom", 2);
    things.named("jerry").delete();
    ((RealCluster) cluster).restartApiServer();
    faults.up();
    things.awaitStatus("tom", "amend", 2);
    cluster.await("the end of jerry is seen", () -> handlers.log.contains("delete jerry"));
    things.create("butch", 1);
    things.awaitSettled("butch");

    assertThat(handlers.log)
        .containsExactlyInAnyOrder("update tom to 2", "delete jerry", "create butch");
    assertThat(faults.exchanges(LIST, "things")).hasSizeGreaterThan(lists);
    cluster.await("nothing is missing", () -> operator.watchesDown().isEmpty());
  }

  @Test
  void an_operator_that_is_connected_while_the_api_server_restarts_misses_and_repeats_nothing(
      Cluster cluster, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    ((RealCluster) cluster).restartApiServer();
    things.resize("tom", 2);
    things.awaitStatus("tom", "amend", 2);
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    assertThat(handlers.log).containsExactly("create tom", "update tom to 2", "create jerry");
  }
}
