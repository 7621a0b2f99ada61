package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.VirtualTime;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@JopfTest(handlers = ClerkHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class LostWriteTest {

  private static final int MANY = 30;

  @ParameterizedTest
  @ValueSource(strings = {"things/status", "things"})
  void a_write_that_meets_a_conflict_is_repeated_without_running_the_handler(
      String resource, Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Fault conflict = faults.on(PATCH, resource).answer(409).times(2);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");

    assertThat(things.status("tom", "open")).isEqualTo("opened");
    assertThat(conflict.count()).isEqualTo(2);
    assertThat(handlers.log).containsExactly("create tom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"things/status", "things"})
  void a_write_whose_answer_is_lost_is_repeated_without_running_the_handler(
      String resource, Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    faults.on(PATCH, resource).dropAfterForwarding().times(2);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    things.resize("tom", 2);
    things.awaitStatus("tom", "amend", 2);

    assertThat(handlers.log).containsExactly("create tom", "update tom to 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"things/status", "things"})
  void after_a_crash_before_its_result_is_stored_a_handler_runs_once_more(
      String resource, Cluster cluster, FaultProxy faults, TestOperator operator) {
    Fault lost = faults.on(PATCH, resource).drop();
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("the write is lost", () -> lost.count() > 0);
    operator.kill();
    lost.end();

    operator.start();
    things.awaitSettled("tom");
    assertThat(operator.context().getBean(ClerkHandlers.class).log).containsExactly("create tom");
    operator.restart();
    things.create("jerry", 1);
    things.awaitSettled("jerry");
    assertThat(operator.context().getBean(ClerkHandlers.class).log).containsExactly("create jerry");
  }

  @Test
  void a_status_that_the_server_will_never_take_is_no_hot_loop_and_stops_nobody_else(
      Cluster cluster, FaultProxy faults, VirtualTime time) {
    Fault refusal = faults.on(PATCH, "things/status").named("tom").answer(422);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.create("jerry", 1);
    things.awaitSettled("jerry");

    time.advance(Duration.ofHours(1));
    things.resize("jerry", 2);
    things.awaitStatus("jerry", "amend", 2);

    assertThat(refusal.count()).isBetween(1, MANY);
  }
}
