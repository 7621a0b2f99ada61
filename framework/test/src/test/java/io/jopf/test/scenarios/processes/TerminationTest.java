package io.jopf.test.scenarios.processes;

import static io.jopf.test.faults.Verb.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Hold;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Scenario
@Tag("control-plane-only")
class TerminationTest {

  @RegisterExtension private final OperatorJar program = OperatorJar.ofHandlers(DutyHandlers.class);

  private final Diary diary;

  TerminationTest(@TempDir Path folder) {
    diary = new Diary(folder.resolve("diary"));
  }

  @BeforeEach
  void the_kind_is_there(Cluster cluster) {
    watchmen(cluster).prepare();
  }

  private Watchmen watchmen(Cluster cluster) {
    return new Watchmen(cluster, program, diary);
  }

  private Instant lastOf(String act) {
    return diary.entries().stream()
        .filter(entry -> entry.act().equals(act))
        .map(Diary.Entry::at)
        .reduce(Instant.MIN, (one, other) -> other);
  }

  /** Everything that was begun has ended, then the clean-up came, and last the lease went. */
  private void assertGoodEnd(Cluster cluster) {
    var lease = watchmen(cluster).lease();
    assertThat(lease.getHolderIdentity()).isNullOrEmpty();
    assertThat(lease.getRenewTime().toInstant()).isAfterOrEqualTo(lastOf("cleans"));
    assertThat(lastOf("cleans")).isAfterOrEqualTo(lastOf(Diary.ENDS));
    assertThat(lastOf(Diary.ENDS)).isAfterOrEqualTo(lastOf(Diary.BEGINS));
  }

  @Test
  void an_idle_leader_ends_well_and_gives_the_lease_back(Cluster cluster) {
    new Things(cluster).create("rock", 1);
    OperatorProcess leader = watchmen(cluster).startLeader("leader");
    new Things(cluster).awaitSettled("rock");

    assertThat(leader.stop()).isZero();

    assertGoodEnd(cluster);
  }

  @Test
  void ten_handlers_that_run_end_and_are_stored_before_the_lease_is_given_back(Cluster cluster) {
    Things things = new Things(cluster);
    List<String> names = IntStream.range(0, 10).mapToObj(number -> "thing-" + number).toList();
    for (String name : names) {
      Thing thing = Things.thing(name, 1);
      thing.getSpec().colour = "red";
      things.create(thing);
    }
    OperatorProcess leader = watchmen(cluster).startLeader("leader");
    cluster.await(
        "all are begun",
        () -> names.stream().noneMatch(name -> diary.of(Diary.BEGINS, "shape " + name).isEmpty()));

    assertThat(leader.stop()).isZero();

    assertThat(names)
        .allSatisfy(name -> assertThat(things.status(name, "shape")).isEqualTo("size 1"));
    assertThat(names)
        .allSatisfy(name -> assertThat(diary.of(Diary.BEGINS, "shape " + name)).hasSize(1));
    assertGoodEnd(cluster);
  }

  @Test
  void one_that_does_not_lead_ends_well_and_the_leader_does_not_notice(Cluster cluster) {
    Things things = new Things(cluster);
    things.create("rock", 1);
    watchmen(cluster).startLeader("leader");
    String holder = watchmen(cluster).lease().getHolderIdentity();
    OperatorProcess standby = watchmen(cluster).start("standby");
    cluster.await(
        "it has started",
        () -> diary.entries().stream().anyMatch(entry -> entry.who().equals("standby")));

    assertThat(standby.stop()).isZero();

    assertThat(watchmen(cluster).lease().getHolderIdentity()).isEqualTo(holder);
    things.create("tom", 2);
    things.awaitStatus("tom", "shape", "size 2");
    assertThat(diary.actors()).containsExactly("leader");
  }

  @Test
  void one_whose_first_list_has_not_come_ends_well(Cluster cluster, FaultProxy faults) {
    // not the question for one object, by which the start finds out what it may
    Hold list =
        faults.on(LIST, "things").where(asked -> asked.query().contains("limit=500")).hold();
    OperatorProcess process = watchmen(cluster).start("early", faults.kubeconfig());
    cluster.await("it waits for its list", list::isReached);

    assertThat(process.stop()).isZero();

    list.release();
    assertThat(diary.actors()).isEmpty();
  }
}
