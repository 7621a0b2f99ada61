package io.jopf.test.scenarios.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.net.HttpURLConnection;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = GuardHandlers.class,
    crds = Things.DEFINITION,
    properties = {
      TwoProcesses.ELECTION,
      TwoProcesses.LEASE,
      TwoProcesses.DEADLINE,
      TwoProcesses.PERIOD
    })
class LeaderTest extends TwoProcesses {

  private static boolean acts(TestOperator operator) {
    return operator.context().getBean(Operator.class).isWorking();
  }

  private static String process(TestOperator operator) {
    return operator.context().getBean(GuardHandlers.class).process;
  }

  private static Lease lease(Cluster cluster) {
    return cluster.client().leases().withName("test-operator").require();
  }

  private static void edit(Cluster cluster, Consumer<LeaseSpec> change) {
    while (true) {
      try {
        cluster
            .client()
            .leases()
            .withName("test-operator")
            .edit(
                lease -> {
                  Lease copy = new LeaseBuilder(lease).build();
                  change.accept(copy.getSpec());
                  return copy;
                });
        return;
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw e;
        }
      }
    }
  }

  @Test
  void the_second_stands_by_ready_and_takes_over_from_a_leader_that_is_killed(
      Cluster cluster, TestOperator first) {
    TestOperator other = replica(cluster, first);
    String dead = process(first);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "guard", dead + " 1");
    Operator standby = other.context().getBean(Operator.class);
    assertThat(standby.isReady()).isTrue();
    assertThat(standby.isWorking()).isFalse();
    assertThat(standby.leadership()).isEqualTo("standby");
    assertThat(standby.watchesDown()).isEmpty();
    cluster.await("what it did is stored", () -> isRemembered(things.get("tom")));

    first.kill();
    things.create("jerry", 1);
    things.awaitStatus("jerry", "guard", process(other) + " 1");

    assertThat(Trace.handlersOf("tom")).containsExactly(dead);
    assertThat(Trace.overlaps()).isEmpty();
    assertThat(lease(cluster).getSpec().getLeaseTransitions()).isEqualTo(1);
  }

  /** The result is written before the state: who is killed between the two does it again. */
  private static boolean isRemembered(Thing thing) {
    return thing.getMetadata().getAnnotations().entrySet().stream()
        .anyMatch(one -> one.getKey().endsWith("/state") && one.getValue().contains("baseline"));
  }

  @Test
  void a_leader_that_is_killed_in_a_handler_does_not_finish_it_and_its_successor_does(
      Cluster cluster, TestOperator first) {
    TestOperator other = replica(cluster, first);
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getSpec().colour = "red";
    things.create(tom);
    cluster.await("tom is held", () -> Trace.isRunning("tom"));

    first.kill();
    cluster.await("the other one leads", () -> acts(other));
    things.edit("tom", thing -> thing.getSpec().colour = "blue");
    other.context().getBean(GuardHandlers.class).never.countDown();
    things.awaitStatus("tom", "guard", process(other) + " 1");

    assertThat(Trace.overlaps()).isEmpty();
  }

  @Test
  void a_leader_that_stops_hands_over_when_all_is_done(Cluster cluster, TestOperator first) {
    TestOperator other = replica(cluster, first);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    String holder = lease(cluster).getSpec().getHolderIdentity();

    first.stop();
    assertThat(lease(cluster).getSpec().getHolderIdentity()).isNotEqualTo(holder);
    things.create("jerry", 1);
    things.awaitStatus("jerry", "guard", process(other) + " 1");

    assertThat(Trace.overlaps()).isEmpty();
    assertThat(Trace.handlersOf("tom")).hasSize(1);
  }

  @Test
  void a_leader_that_stops_while_a_handler_does_not_end_keeps_the_lease_until_it_runs_out(
      Cluster cluster, TestOperator first) {
    awaitLeader(cluster, first);
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getSpec().colour = "black";
    things.create(tom);
    cluster.await("tom is held", () -> Trace.isRunning("tom"));
    String holder = lease(cluster).getSpec().getHolderIdentity();
    GuardHandlers handlers = first.context().getBean(GuardHandlers.class);

    first.stop();

    assertThat(Trace.isRunning("tom")).isTrue();
    assertThat(lease(cluster).getSpec().getHolderIdentity()).isEqualTo(holder);
    handlers.never.countDown();
  }

  @Test
  void who_loses_the_lease_ends_its_handlers_and_leads_again_without_a_restart(
      Cluster cluster, TestOperator operator) {
    awaitLeader(cluster, operator);
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 1);
    tom.getSpec().colour = "red";
    things.create(tom);
    cluster.await("tom is held", () -> Trace.isRunning("tom"));

    edit(
        cluster,
        lease -> {
          lease.setHolderIdentity("intruder");
          lease.setLeaseDurationSeconds(3600);
        });
    cluster.await(
        "the handler is cancelled",
        () -> {
          letTimePass(cluster);
          return !Trace.isRunning("tom");
        });
    cluster.await("it stands by", () -> !acts(operator));
    assertThat(things.status("tom", "guard")).isNull();
    things.edit("tom", thing -> thing.getSpec().colour = "blue");

    edit(cluster, lease -> lease.setHolderIdentity(""));
    things.awaitStatus("tom", "guard", process(operator) + " 1");
    assertThat(acts(operator)).isTrue();
    assertThat(things.warnings("tom")).isEmpty();
  }

  @Test
  void a_lease_that_is_deleted_is_made_again_and_nobody_else_takes_over(
      Cluster cluster, TestOperator first) {
    TestOperator other = replica(cluster, first);
    String uid = lease(cluster).getMetadata().getUid();

    cluster.client().leases().withName("test-operator").delete();
    cluster.await(
        "there is another",
        () -> {
          Lease now = cluster.get(Lease.class, "test-operator");
          return now != null && !uid.equals(now.getMetadata().getUid());
        });
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitStatus("tom", "guard", process(first) + " 1");

    assertThat(acts(other)).isFalse();
    assertThat(Trace.overlaps()).isEmpty();
  }
}
