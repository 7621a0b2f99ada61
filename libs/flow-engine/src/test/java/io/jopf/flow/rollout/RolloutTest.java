package io.jopf.flow.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.flow.Observed;
import io.jopf.flow.Reasons;
import io.jopf.flow.Retry;
import io.jopf.flow.StepState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutTest {

  @Test
  void every_node_gets_its_job_in_a_single_pass() {
    Cluster cluster = Cluster.of("node2", "node1");

    assertThat(cluster.look()).containsExactly("node1", "node2");
    assertThat(cluster.state()).isEqualTo("Running");
    assertThat(cluster.stored.counts().active()).isEqualTo(2);
  }

  @Test
  void it_succeeds_when_every_node_succeeded() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.look();
    cluster.succeed("a").look();
    assertThat(cluster.state()).isEqualTo("Running");

    cluster.succeed("b").look();

    assertThat(cluster.state()).isEqualTo("Succeed");
    assertThat(cluster.stored.completed()).isEqualTo(cluster.now);
    assertThat(cluster.stored.message()).isEqualTo("2/2 nodes succeeded");
  }

  @Test
  void it_shows_failed_at_once_while_the_other_nodes_finish() {
    Cluster cluster = Cluster.of("a", "b", "c");
    cluster.concurrent = Share.of(2);
    cluster.look();
    cluster.fail("a").look();
    assertThat(cluster.state()).isEqualTo("Failed");
    assertThat(cluster.stored.completed()).isNull();
    assertThat(cluster.state("c")).isEqualTo(StepState.SKIPPED);

    cluster.add("new").succeed("b");

    assertThat(cluster.look()).as("nothing new after a failure").isEmpty();
    assertThat(cluster.stored.completed()).isEqualTo(cluster.now);
    assertThat(cluster.stored.message()).contains("failed: a; 1/4 nodes succeeded, 1 failed");
  }

  @Test
  void without_a_node_it_is_pending_and_says_why() {
    Cluster cluster = new Cluster();
    assertThat(cluster.look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Pending");
    assertThat(cluster.stored.reason()).isEqualTo(Reasons.NO_MATCHING_NODE);

    cluster.places.put("a", Place.leftOut("1", "Cordoned", "cordoned"));
    cluster.places.put("b", Place.unwanted("2"));

    assertThat(cluster.look()).isEmpty();
    assertThat(cluster.stored.message()).isEqualTo("no node to run on; left out: {Cordoned=1}");
    assertThat(cluster.stored.nodes()).extracting(NodeStatus::name).containsExactly("a");
  }

  @Test
  void a_node_that_is_gone_blocks_nothing_and_its_job_is_stopped() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.look();
    cluster.succeed("a");
    cluster.places.remove("b");

    assertThat(cluster.decide().toStop()).containsExactly("b");
    cluster.look();

    assertThat(cluster.jobs).containsOnlyKeys("a");
    assertThat(cluster.state()).isEqualTo("Succeed");
    assertThat(cluster.node("b").step().reason()).isEqualTo(Reasons.NODE_GONE);
    assertThat(cluster.stored.counts()).isEqualTo(new NodeCounts(1, 0, 1, 0, 0, 0, 1));
  }

  @Test
  void a_node_gone_before_its_turn_is_forgotten() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.concurrent = Share.of(1);
    cluster.look();
    cluster.places.remove("b");
    cluster.look();

    assertThat(cluster.stored.nodes()).extracting(NodeStatus::name).containsExactly("a");
  }

  @Test
  void a_node_taken_away_while_it_ran_runs_again_when_it_is_back() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.look();
    cluster.places.remove("a");
    cluster.look();
    cluster.places.put("a", Place.fit("another"));

    assertThat(cluster.look()).containsExactly("a#2");
  }

  @Test
  void a_new_node_gets_its_job_while_others_run_but_not_when_all_was_done() {
    Cluster cluster = Cluster.of("a");
    cluster.look();
    assertThat(cluster.add("b").look()).containsExactly("b");
    cluster.succeed("a", "b").look();
    cluster.jobs.clear();

    assertThat(cluster.add("c").look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Succeed");
    assertThat(cluster.stored.message()).isEqualTo("2/2 nodes succeeded");
  }

  @Test
  void a_continuous_one_keeps_following_nodes() {
    Cluster cluster = Cluster.of("a");
    cluster.continuous = true;
    cluster.look();
    cluster.succeed("a").look();
    assertThat(cluster.state()).isEqualTo("Succeed");
    cluster.jobs.clear();

    assertThat(cluster.add("b").look()).containsExactly("b");
    assertThat(cluster.state()).isEqualTo("Running");
    assertThat(cluster.stored.completed()).isNull();
  }

  @Test
  void another_node_of_an_old_name_runs_again_only_if_asked_for() {
    for (boolean asked : List.of(false, true)) {
      Cluster cluster = Cluster.of("a");
      cluster.continuous = true;
      cluster.rerunReplaced = asked;
      cluster.look();
      cluster.succeed("a").look();
      cluster.places.remove("a");
      cluster.look();
      cluster.places.put("a", Place.fit("another"));

      assertThat(cluster.look()).isEqualTo(asked ? List.of("a#2") : List.of());
      assertThat(cluster.look()).isEmpty();
    }
  }

  @Test
  void a_node_that_is_not_fit_is_left_out_until_it_is() {
    Cluster cluster = Cluster.of("a");
    cluster.places.put("b", Place.leftOut("2", "Cordoned", "cordoned"));
    assertThat(cluster.look()).containsExactly("a");
    assertThat(cluster.state("b")).isEqualTo(StepState.SKIPPED);
    assertThat(cluster.stored.counts().desired()).isEqualTo(1);

    assertThat(cluster.add("b").look()).containsExactly("b");

    cluster.places.put("b", Place.leftOut("2", "Cordoned", "cordoned"));
    cluster.look();
    assertThat(cluster.state("b")).as("what runs goes on").isEqualTo(StepState.RUNNING);
  }

  @Test
  void a_left_out_node_does_not_keep_it_from_ending_nor_count_when_it_has_ended() {
    Cluster cluster = Cluster.of("a");
    cluster.places.put("b", Place.leftOut("2", "NotReady", "not ready"));
    cluster.look();
    cluster.succeed("a").look();
    cluster.add("b").look();

    assertThat(cluster.state()).isEqualTo("Succeed");
    assertThat(cluster.stored.counts().progress()).isEqualTo("1/1");
  }

  @Test
  void no_more_nodes_run_than_may_and_percentages_are_rounded_down_to_at_least_one() {
    Cluster cluster = Cluster.of("a", "b", "c", "d", "e");
    cluster.concurrent = Share.percent(50);
    assertThat(cluster.look()).containsExactly("a", "b");
    assertThat(cluster.node("c").step().reason()).isEqualTo(Reasons.WAITING_FOR_SLOT);
    assertThat(cluster.succeed("b").look()).containsExactly("c");

    assertThat(Share.percent(1).atLeastOne(5)).isEqualTo(1);
    assertThat(Share.percent(30).count(10)).isEqualTo(3);
  }

  @Test
  void a_job_that_cannot_be_made_takes_no_slot() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.concurrent = Share.of(1);
    cluster.jobs.put("a", Observed.held("Forbidden", "no quota"));

    assertThat(cluster.look()).containsExactly("b");
    assertThat(cluster.node("a").step().reason()).isEqualTo("Forbidden");
  }

  @Test
  void so_many_failures_as_may_be_are_borne() {
    Cluster cluster = Cluster.of("a", "b", "c", "d");
    cluster.mayFail = Share.percent(25);
    cluster.concurrent = Share.of(1);
    cluster.look();
    assertThat(cluster.fail("a").look()).containsExactly("b");
    cluster.succeed("b").look();
    cluster.succeed("c").look();
    cluster.succeed("d").look();

    assertThat(cluster.state()).isEqualTo("Succeed");
    assertThat(cluster.stored.message()).isEqualTo("3/4 nodes succeeded, 1 failed; failed: a");
  }

  @Test
  void with_continue_all_nodes_run_and_the_failure_shows_at_the_end() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.onFailure = OnFailure.CONTINUE;
    cluster.concurrent = Share.of(1);
    cluster.look();
    assertThat(cluster.fail("a").look()).containsExactly("b");
    assertThat(cluster.state()).isEqualTo("Running");
    cluster.succeed("b").look();

    assertThat(cluster.state()).isEqualTo("Failed");
    assertThat(cluster.stored.reason()).isEqualTo(Reasons.TOO_MANY_FAILED);
  }

  @Test
  void with_pause_it_waits_until_somebody_says_so_even_if_the_failed_node_goes() {
    Cluster cluster = Cluster.of("a", "b", "c", "d");
    cluster.onFailure = OnFailure.PAUSE;
    cluster.concurrent = Share.of(1);
    cluster.look();
    assertThat(cluster.fail("a").look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Paused");
    assertThat(cluster.stored.message()).startsWith("failed: a; ");
    cluster.places.remove("a");
    assertThat(cluster.look()).isEmpty();
    cluster.add("a");
    assertThat(cluster.look()).isEmpty();

    cluster.control = new RolloutControl(false, false, false, true, false, Set.of(), List.of());
    assertThat(cluster.look()).containsExactly("b");
    cluster.control = RolloutControl.none();
    assertThat(cluster.fail("b").look()).as("the next failure pauses again").isEmpty();
    assertThat(cluster.state()).isEqualTo("Paused");
  }

  @Test
  void with_fail_fast_nothing_begins_any_more_even_if_the_failed_node_goes() {
    Cluster cluster = Cluster.of("a", "b", "c", "d");
    cluster.concurrent = Share.of(2);
    cluster.look();
    assertThat(cluster.fail("a").look()).isEmpty();

    cluster.places.remove("a");

    assertThat(cluster.look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Failed");
  }

  @Test
  void the_canaries_come_first_and_none_of_them_may_fail() {
    Cluster cluster = Cluster.of("a", "b", "c", "d");
    cluster.canary = Share.of(1);
    cluster.mayFail = Share.of(2);
    assertThat(cluster.look()).containsExactly("a");
    assertThat(cluster.node("b").step().reason()).isEqualTo(Reasons.WAITING_FOR_CANARY);
    Cluster bad = Cluster.of("a", "b");
    bad.canary = Share.of(1);
    bad.mayFail = Share.of(2);
    bad.look();

    assertThat(cluster.succeed("a").look()).containsExactly("b", "c", "d");
    assertThat(bad.fail("a").look()).isEmpty();
    assertThat(bad.state()).isEqualTo("Failed");
  }

  @Test
  void batches_follow_each_other_after_a_pause() {
    Cluster cluster = Cluster.of("a", "b", "c");
    cluster.concurrent = Share.of(2);
    cluster.batchDelay = Duration.ofSeconds(60);
    assertThat(cluster.look()).containsExactly("a", "b");
    cluster.succeed("a");
    assertThat(cluster.look()).as("b still runs").isEmpty();
    cluster.pass(10);
    cluster.succeed("b");
    assertThat(cluster.look()).isEmpty();
    assertThat(cluster.again).isEqualTo(cluster.now.plusSeconds(60));
    cluster.pass(59);
    assertThat(cluster.look()).isEmpty();
    cluster.pass(1);
    assertThat(cluster.look()).containsExactly("c");
  }

  @Test
  void a_node_tries_again_after_a_pause() {
    Cluster cluster = Cluster.of("a");
    cluster.retry = Retry.times(1);
    cluster.look();
    assertThat(cluster.fail("a").look()).isEmpty();
    assertThat(cluster.state("a")).isEqualTo(StepState.RETRY_WAIT);
    assertThat(cluster.again).isEqualTo(cluster.now.plusSeconds(10));
    cluster.pass(10);
    assertThat(cluster.look()).containsExactly("a#2");
    cluster.fail("a").look();

    assertThat(cluster.state()).isEqualTo("Failed");
  }

  @Test
  void a_lost_job_is_made_again_or_is_a_failure() {
    Cluster cluster = Cluster.of("a");
    cluster.look();
    cluster.jobs.clear();
    assertThat(cluster.look()).containsExactly("a");

    cluster.retry = new Retry(1, Duration.ZERO, 1, Duration.ZERO, EnumSet.of(Retry.Trouble.FAILED));
    cluster.jobs.clear();
    cluster.look();
    assertThat(cluster.node("a").step().reason()).isEqualTo(Reasons.LOST);
    assertThat(cluster.state()).isEqualTo("Failed");
  }

  @Test
  void when_its_time_is_up_what_runs_is_stopped() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.concurrent = Share.of(1);
    cluster.deadline = Duration.ofSeconds(100);
    cluster.look();
    cluster.look();
    assertThat(cluster.again).isEqualTo(cluster.now.plusSeconds(100));
    cluster.pass(100);
    cluster.look();

    assertThat(cluster.jobs).isEmpty();
    assertThat(cluster.state()).isEqualTo("Failed");
    assertThat(cluster.stored.reason()).isEqualTo(Reasons.DEADLINE_EXCEEDED);
    assertThat(cluster.state("a")).isEqualTo(StepState.CANCELLED);
    assertThat(cluster.state("b")).isEqualTo(StepState.SKIPPED);
  }

  @Test
  void while_it_is_paused_nothing_starts_and_its_clock_stands_still() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.concurrent = Share.of(1);
    cluster.deadline = Duration.ofSeconds(100);
    cluster.look();
    cluster.control = new RolloutControl(false, false, true, false, false, Set.of(), List.of());
    cluster.look();
    cluster.pass(1000);
    assertThat(cluster.succeed("a").look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Paused");
    assertThat(cluster.again).isNull();
    cluster.control = RolloutControl.none();

    assertThat(cluster.look()).containsExactly("b");
    assertThat(cluster.stored.stoppedFor()).isEqualTo(Duration.ofSeconds(1000));
  }

  @Test
  void failed_nodes_alone_run_again_when_that_is_asked_for_after_the_end() {
    Cluster cluster = Cluster.of("a", "b", "c");
    cluster.concurrent = Share.of(2);
    cluster.look();
    cluster.fail("a").succeed("b").look();
    assertThat(cluster.stored.completed()).isNotNull();
    cluster.control = new RolloutControl(false, false, false, false, true, Set.of("b"), List.of());
    cluster.concurrent = Share.all();

    assertThat(cluster.look()).containsExactly("a#2", "b#2", "c");
    cluster.control = RolloutControl.none();
    cluster.succeed("a", "b", "c").look();
    assertThat(cluster.state()).isEqualTo("Succeed");
  }

  @Test
  void a_faulty_spec_starts_nothing_and_can_be_mended() {
    Cluster cluster = Cluster.of("a");
    cluster.control =
        new RolloutControl(false, false, false, false, false, Set.of(), List.of("no good"));
    assertThat(cluster.look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Failed");
    assertThat(cluster.stored.message()).startsWith("no good");
    assertThat(cluster.stored.completed()).isNotNull();

    cluster.control = RolloutControl.none();

    assertThat(cluster.look()).containsExactly("a");
  }

  @Test
  void deletion_shows_terminating_and_starts_nothing() {
    Cluster cluster = Cluster.of("a", "b");
    cluster.concurrent = Share.of(1);
    cluster.look();
    cluster.control = new RolloutControl(true, false, false, false, false, Set.of(), List.of());

    assertThat(cluster.succeed("a").look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Terminating");
  }

  @Test
  void of_nodes_that_left_only_the_latest_thousand_are_remembered() {
    Cluster cluster = new Cluster();
    cluster.continuous = true;
    for (int i = 0; i < 1005; i++) {
      cluster.add("n" + i);
    }
    cluster.look();
    cluster.places.keySet().forEach(cluster::succeed);
    cluster.look();
    cluster.places.clear();
    cluster.look();

    assertThat(cluster.stored.nodes()).hasSize(1000);
    assertThat(cluster.state()).isEqualTo("Pending");
  }
}
