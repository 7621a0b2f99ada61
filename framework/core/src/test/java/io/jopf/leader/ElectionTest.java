package io.jopf.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jopf.client.Fence;
import io.jopf.leader.FakeLease.Trouble;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElectionTest {

  private static final Duration LEASE = Replica.TIMING.lease();
  private static final Duration RENEW = Replica.TIMING.renew();
  private static final Duration RETRY = Replica.TIMING.retry();

  /** How long the first of all waits for one who may not know that the lease was deleted. */
  private static final Duration FIRST = RETRY.multipliedBy(2);

  private final FakeTime time = new FakeTime();
  private final FakeLease lease = new FakeLease(time);

  private Replica start(String name) {
    Replica replica = Replica.started(name, lease, time);
    time.advance(FIRST);
    return replica;
  }

  @Test
  void the_first_leads_after_two_tries_and_goes_on() {
    Replica a = start("a");
    assertThat(a.leads()).isTrue();

    time.advance(Duration.ofHours(1));

    assertThat(a.leads()).isTrue();
    assertThat(a.told).containsExactly("leads");
  }

  @Test
  void the_second_waits_as_long_as_the_first_renews() {
    Replica a = start("a");
    Replica b = start("b");

    time.advance(Duration.ofHours(1));

    assertThat(a.leads()).isTrue();
    assertThat(b.told).isEmpty();
    assertThat(b.election.holder()).isEqualTo("a");
  }

  @Test
  void a_leader_that_is_gone_is_replaced_within_lease_duration_and_one_try() {
    start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    lease.trouble("a", Trouble.CUT_OFF);
    time.advance(LEASE.plus(RETRY));

    assertThat(b.leads()).isTrue();
  }

  @Test
  void a_leader_that_hears_nothing_stops_before_another_begins() {
    Replica a = start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    lease.trouble("a", Trouble.CUT_OFF);
    time.advance(RENEW);
    assertThat(a.leads()).isFalse();
    assertThat(a.told).containsExactly("leads", "follows");
    assertThat(b.leads()).isFalse();
  }

  @Test
  void a_term_ends_by_the_clock_when_no_answer_comes() {
    Replica a = start("a");
    time.advance(Duration.ofMinutes(1));

    // the next request hangs for longer than a term lasts
    lease.latency("a", RENEW);
    time.advance(RETRY);

    assertThat(a.told).startsWith("leads", "follows");
    assertThat(a.terms.get(0).holds()).isFalse();
  }

  @Test
  void who_has_lost_the_lease_can_lead_again_but_its_old_term_is_over_for_ever() {
    Replica a = start("a");
    lease.trouble("a", Trouble.CUT_OFF);
    time.advance(Duration.ofMinutes(1));
    lease.trouble("a", Trouble.NONE);
    time.advance(RETRY);

    assertThat(a.leads()).isTrue();
    assertThat(a.told).containsExactly("leads", "follows", "leads");
    assertThat(a.terms.get(0).holds()).isFalse();
    assertThat(a.terms.get(1).holds()).isTrue();
  }

  @Test
  void who_was_replaced_follows_and_waits_its_turn() {
    Replica a = start("a");
    Replica b = start("b");
    lease.trouble("a", Trouble.CUT_OFF);
    time.advance(Duration.ofMinutes(1));
    lease.trouble("a", Trouble.NONE);
    time.advance(Duration.ofMinutes(1));

    assertThat(a.leads()).isFalse();
    assertThat(b.leads()).isTrue();
    assertThat(b.told).containsExactly("leads");
  }

  @Test
  void who_hears_nothing_knows_how_long_nobody_else_can_begin() {
    Replica a = start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));
    lease.trouble("a", Trouble.CUT_OFF);
    while (a.leads()) {
      time.advance(Duration.ofMillis(100));
    }
    time.advance(Duration.ZERO);

    assertThat(a.rests).containsExactly(LEASE.minus(RENEW));
    time.advance(LEASE.minus(RENEW).minus(Duration.ofMillis(100)));
    assertThat(b.leads()).isFalse();
  }

  @Test
  void who_is_robbed_of_the_lease_knows_that_there_is_no_time() {
    Replica a = start("a");
    LeaseRecord mine = lease.stored();
    assertThat(mine).isNotNull();

    assertThat(lease.wayOf("thief").write(mine.heldBy("thief", LEASE))).isNotNull();
    time.advance(RETRY);

    assertThat(a.rests).containsExactly(Duration.ZERO);
  }

  @Test
  void who_has_lost_the_lease_does_not_begin_again_before_its_work_has_ended() {
    Replica a = start("a");
    a.slowness = 600; // of the five seconds that are left: half a minute
    lease.trouble("a", Trouble.CUT_OFF);
    time.advance(RENEW);
    lease.trouble("a", Trouble.NONE);
    time.advance(Duration.ofSeconds(29));
    assertThat(a.told).containsExactly("leads", "follows");

    time.advance(RETRY);

    assertThat(a.told).containsExactly("leads", "follows", "leads");
  }

  @Test
  void while_its_work_has_not_ended_another_one_leads_in_its_place() {
    Replica a = start("a");
    Replica b = start("b");
    a.slowness = 600;
    lease.trouble("a", Trouble.CUT_OFF);
    time.advance(RENEW);
    lease.trouble("a", Trouble.NONE);

    time.advance(LEASE);

    assertThat(a.leads()).isFalse();
    assertThat(b.leads()).isTrue();
  }

  @Test
  void a_term_that_ran_out_while_its_renewal_was_on_its_way_stays_over() {
    Replica a = start("a");
    time.advance(Duration.ofMinutes(1));
    Fence old = a.terms.get(0);
    lease.latency("a", Duration.ofMillis(4_500));
    time.advance(RETRY);
    assertThat(old.holds()).isFalse();

    lease.latency("a", Duration.ZERO);
    time.advance(RETRY.multipliedBy(2));

    assertThat(old.holds()).isFalse();
    assertThat(a.told).containsExactly("leads", "follows", "leads");
  }

  @Test
  void a_lease_that_is_left_to_run_out_is_not_to_be_had_before() {
    Replica a = start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    a.election.abandon();
    time.advance(LEASE.minus(RETRY));
    assertThat(a.leads()).isFalse();
    assertThat(b.leads()).isFalse();
    time.advance(RETRY.multipliedBy(2));

    assertThat(b.leads()).isTrue();
  }

  @Test
  void a_lease_that_is_given_back_is_taken_at_the_next_try() {
    Replica a = start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    a.election.withdraw();
    time.advance(Duration.ofMinutes(1));
    assertThat(a.leads()).isTrue();
    a.election.close();
    assertThat(a.leads()).isFalse();
    time.advance(RETRY);

    assertThat(b.leads()).isTrue();
  }

  @Test
  void who_withdraws_before_leading_never_leads() {
    Replica a = start("a");
    Replica b = start("b");

    b.election.withdraw();
    a.election.close();
    time.advance(Duration.ofMinutes(1));

    assertThat(b.told).isEmpty();
    assertThat(b.election.isIdle()).isTrue();
  }

  @Test
  void a_lease_that_is_deleted_is_made_again_by_its_leader_and_by_nobody_else() {
    Replica a = start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    lease.delete();
    time.advance(Duration.ofMinutes(1));

    assertThat(a.told).containsExactly("leads");
    assertThat(b.told).isEmpty();
    assertThat(lease.stored()).isNotNull().returns("a", LeaseRecord::holder);
  }

  @Test
  void a_lease_that_is_deleted_while_its_leader_is_cut_off_is_not_free_at_once() {
    Replica a = start("a");
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    lease.trouble("a", Trouble.CUT_OFF);
    lease.delete();
    time.advance(RENEW);
    assertThat(b.leads()).isFalse();
    time.advance(LEASE);

    assertThat(a.leads()).isFalse();
    assertThat(b.leads()).isTrue();
  }

  @Test
  void a_lease_that_is_deleted_while_another_one_starts_goes_back_to_its_leader() {
    Replica a = start("a");
    lease.delete();
    Replica b = start("b");
    time.advance(Duration.ofMinutes(1));

    assertThat(a.told).containsExactly("leads");
    assertThat(b.told).isEmpty();
  }

  @Test
  void a_lease_that_somebody_annotates_stays_with_its_leader() {
    Replica a = start("a");
    for (int i = 0; i < 20; i++) {
      lease.touch();
      time.advance(Duration.ofMillis(2_700));
    }
    assertThat(a.told).containsExactly("leads");
  }

  @Test
  void who_may_read_but_not_write_never_leads_until_allowed() {
    lease.trouble("a", Trouble.WRITES_REFUSED);
    Replica a = start("a");
    time.advance(Duration.ofMinutes(10));
    assertThat(a.told).isEmpty();

    lease.trouble("a", Trouble.NONE);
    time.advance(RETRY.plus(FIRST));
    assertThat(a.leads()).isTrue();
  }

  @Test
  void a_write_whose_answer_was_lost_is_no_success_but_the_next_one_is() {
    lease.trouble("a", Trouble.ANSWERS_LOST);
    Replica a = start("a");
    time.advance(RETRY);
    assertThat(lease.stored()).isNotNull().returns("a", LeaseRecord::holder);
    assertThat(a.leads()).isFalse();

    lease.trouble("a", Trouble.NONE);
    time.advance(RETRY);
    assertThat(a.leads()).isTrue();
  }

  @Test
  void terms_of_others_are_honoured_as_long_as_they_ask_for() {
    LeaseStore other = lease.wayOf("other");
    other.write(new LeaseRecord("other", Duration.ofSeconds(60), 0, null));
    Replica a = Replica.started("a", lease, time);

    time.advance(Duration.ofSeconds(59));
    assertThat(a.leads()).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(a.leads()).isTrue();
    assertThat(lease.stored()).isNotNull().returns(1, LeaseRecord::transitions);
  }

  @Test
  void times_that_cannot_work_are_refused() {
    assertThatThrownBy(() -> new Timing(RENEW, LEASE, RETRY))
        .hasMessage(
            "jopf.leader-election.renew-deadline is PT15S and lease-duration PT10S: the lease has"
                + " to last longer");
    assertThatThrownBy(() -> new Timing(LEASE, RENEW, RENEW))
        .hasMessageContaining("retry-period is PT10S and renew-deadline PT10S");
  }

  @Test
  void nobody_notices_when_wall_clocks_are_wrong_or_set() {
    Replica a = Replica.started("a", lease, time, Duration.ofSeconds(-30));
    time.advance(FIRST);
    Replica b = Replica.started("b", lease, time, Duration.ofSeconds(30));

    for (Duration jump : List.of(Duration.ofHours(1), Duration.ofHours(-2))) {
      a.time.jump(jump);
      b.time.jump(jump.negated());
      time.advance(Duration.ofMinutes(10));
    }

    assertThat(a.told).containsExactly("leads");
    assertThat(b.told).isEmpty();
  }
}
