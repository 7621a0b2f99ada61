package io.jopf.test.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.VirtualTime;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = ClerkHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ServerDownTest {

  private static final List<String> NAMES = List.of("huey", "dewey", "louie");

  @BeforeEach
  void three_things_are_settled(Cluster cluster, TestOperator operator, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    NAMES.forEach(name -> things.create(name, 1));
    NAMES.forEach(things::awaitSettled);
    cluster.await("its last write is answered", operator::isIdle);
    handlers.log.clear();
  }

  @Test
  void nothing_runs_and_nothing_is_written_when_the_server_returns_as_it_was(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    faults.down();
    int writes = faults.writes().size();
    faults.up();
    cluster.await("it watches again", () -> faults.watches("things").open() == 1);
    new Things(cluster).create("donald", 1);
    new Things(cluster).awaitSettled("donald");

    assertThat(handlers.log).containsExactly("create donald");
    assertThat(faults.writes().subList(writes, faults.writes().size()))
        .allSatisfy(write -> assertThat(write.request().name()).isEqualTo("donald"));
  }

  @Test
  void what_changed_meanwhile_is_handled_once(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    faults.down();
    things.resize("huey", 3);
    things.named("dewey").delete();
    faults.up();
    things.awaitStatus("huey", "amend", 3);
    cluster.await("the end of dewey is seen", () -> handlers.log.contains("delete dewey"));

    assertThat(handlers.log).containsExactlyInAnyOrder("update huey to 3", "delete dewey");
  }

  @Test
  void after_five_minutes_the_operator_works_again_as_well(
      Cluster cluster, FaultProxy faults, VirtualTime time, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    faults.down();
    things.resize("louie", 2);
    time.advance(Duration.ofMinutes(5));
    faults.up();

    things.awaitStatus("louie", "amend", 2);
    assertThat(handlers.log).containsExactly("update louie to 2");
  }

  @Test
  void an_hour_in_which_nothing_happens_is_an_hour_in_which_nothing_runs(
      Cluster cluster, FaultProxy faults, VirtualTime time, ClerkHandlers handlers) {
    int writes = faults.writes().size();
    time.advance(Duration.ofHours(1));
    new Things(cluster).resize("huey", 2);
    new Things(cluster).awaitStatus("huey", "amend", 2);

    assertThat(handlers.log).containsExactly("update huey to 2");
    assertThat(faults.writes().subList(writes, faults.writes().size()))
        .allSatisfy(write -> assertThat(write.request().name()).isEqualTo("huey"));
  }
}
