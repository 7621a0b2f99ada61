package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.StateCodec;
import io.jopf.operator.Play.End;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private final Calls calls = new Calls();

  @Test
  void an_unexpected_exception_is_retried_without_limit_and_ever_more_slowly() {
    Life life = calls.life("create");
    calls.plan("create", Collections.nCopies(13, End.UNEXPECTED).toArray(End[]::new));

    for (int attempt = 0; attempt < 13; attempt++) {
      life.looks();
      assertThat(calls.last().retry().attempt()).isEqualTo(attempt);
      long seconds = Math.min(600, 1L << attempt);
      assertThat(life.pause()).isEqualTo(Duration.ofSeconds(seconds));
      life.time.advance(Duration.ofSeconds(seconds));
    }
    life.settle();

    assertThat(calls.last().retry().attempt()).isEqualTo(13);
    assertThat(calls.since()).hasSize(14);
  }

  @Test
  void a_wished_pause_is_kept_and_the_start_of_the_first_attempt_is_remembered() {
    Life life = calls.life("create");
    calls.plan("create", End.LATER, End.LATER);
    Instant begin = life.time.now();

    life.looks();
    life.time.advance(Play.DELAY.minusMillis(1));
    assertThat(life.isDue()).isFalse();
    life.edit(object -> object.withObject("/metadata").put("resourceVersion", "2"));
    life.looks();
    assertThat(calls.since()).hasSize(1);
    life.settle();

    assertThat(calls.whole())
        .extracting(call -> call.retry().attempt(), call -> call.retry().started())
        .containsExactly(tuple(1, begin), tuple(2, begin));
  }

  @Test
  void a_retry_that_is_wished_at_once_needs_no_event() {
    Life life = calls.life("createSlowly", "delete");
    calls.plan("createSlowly", End.AT_ONCE, End.AT_ONCE);
    calls.plan("delete", End.AT_ONCE);

    life.settle();
    assertThat(calls.since()).hasSize(3);

    life.delete();
    life.settle();
    assertThat(calls.since()).containsExactly("delete delete", "delete delete");
    assertThat(life.stored()).isNull();
  }

  @Test
  void a_permanent_failure_is_not_retried_and_does_not_stop_the_others() {
    Life life = calls.life("create", "createAndUpdate");
    calls.plan("create", End.FOR_GOOD);

    life.settle();

    assertThat(calls.since()).containsExactly("create create", "createAndUpdate create");
    assertThat(state(life).baseline()).isEqualTo(Essence.of(life.object()).hash());
    assertThat(failure(life, "create")).isEqualTo("never");
  }

  @Test
  void a_failure_is_known_until_the_next_change() {
    Life life = calls.life("update");
    life.settle();
    calls.plan("update", End.FOR_GOOD);
    life.image("1");
    life.settle();
    life.restart();
    life.settle();
    assertThat(state(life).handlers()).containsKey("update");

    life.image("2");
    life.settle();

    assertThat(state(life).handlers()).isEmpty();
    assertThat(calls.since()).containsExactly("update update", "update update");
  }

  @Test
  void the_error_modes_permanent_and_ignored_mean_one_attempt() {
    Life life = calls.life("createOrNot", "createSomehow");
    calls.plan("createOrNot", End.UNEXPECTED);
    calls.plan("createSomehow", End.UNEXPECTED);

    life.settle();

    assertThat(calls.since()).containsExactly("createOrNot create", "createSomehow create");
    assertThat(state(life).handlers()).containsOnlyKeys("createOrNot");
  }

  @Test
  void three_retries_are_three_attempts_in_all() {
    Life life = calls.life("createThrice");
    calls.plan("createThrice", End.UNEXPECTED, End.LATER, End.UNEXPECTED, End.UNEXPECTED);

    life.settle();

    assertThat(calls.since()).hasSize(3);
    assertThat(failure(life, "createThrice")).isEqualTo("a bug");
  }

  @Test
  void trouble_of_the_api_server_uses_no_attempt_up_but_slows_down() {
    Life life = calls.life("createThrice");
    calls.plan("createThrice", End.API_TROUBLE, End.API_TROUBLE, End.API_TROUBLE, End.UNEXPECTED);

    life.looks();
    assertThat(life.pause()).isEqualTo(Duration.ofSeconds(1));
    life.time.advance(Duration.ofSeconds(1));
    life.looks();
    assertThat(life.pause()).isEqualTo(Duration.ofSeconds(2));
    life.settle();

    assertThat(calls.whole())
        .extracting(call -> call.retry().attempt())
        .containsExactly(0, 0, 0, 0, 1);
    assertThat(state(life).handlers()).isEmpty();
  }

  @Test
  void a_fixed_backoff_is_kept() {
    Life life = calls.life("createSlowly");
    calls.plan("createSlowly", End.UNEXPECTED);

    life.looks();

    assertThat(life.pause()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void a_restart_during_the_pause_keeps_pause_count_and_start_and_repeats_no_success() {
    Life life = calls.life("create", "createAndUpdate");
    calls.plan("create", End.LATER);
    Instant begin = life.time.now();
    life.looks();
    calls.since();
    life.time.advance(Duration.ofSeconds(10));
    life.restart();

    life.looks();
    assertThat(calls.since()).isEmpty();
    assertThat(life.pause()).isEqualTo(Play.DELAY.minusSeconds(10));
    life.settle();

    assertThat(calls.last().retry().attempt()).isEqualTo(1);
    assertThat(calls.last().retry().started()).isEqualTo(begin);
    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void a_process_killed_in_a_handler_repeats_what_was_not_written() {
    Life life = calls.life("create", "createAndUpdate");
    calls.plan("create", End.LATER);
    life.looks();
    calls.since();
    life.time.advance(Play.DELAY);
    life.look(Fate.CRASHED);
    assertThat(calls.since()).containsExactly("create create");

    life.settle();

    assertThat(calls.last().retry().attempt()).isEqualTo(1);
    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void a_write_that_did_not_get_through_is_sent_again_and_runs_nothing_again() {
    Life life = calls.life("create", "createAndUpdate");

    life.look(Fate.DELAYED);
    life.time.advance(Duration.ofSeconds(1));
    life.look(Fate.DELAYED);
    life.settle();

    assertThat(calls.since()).containsExactly("create create", "createAndUpdate create");
    assertThat(state(life).baseline()).isNotNull();
  }

  @Test
  void when_all_are_done_one_write_leaves_the_present_essence_and_no_progress() {
    Life life = calls.life("create", "createAndUpdate", "update");

    life.settle();

    assertThat(life.requests()).isEqualTo(1);
    assertThat(state(life).handlers()).isEmpty();
    assertThat(state(life).essences()).containsOnlyKeys(Essence.of(life.object()).hash());
  }

  @Test
  void an_edit_after_one_handler_is_done_and_before_the_other_reaches_both_once() {
    Life life = calls.life("createAndUpdate", "create", "update");
    calls.plan("create", End.LATER);
    life.looks();
    life.image("1");
    life.settle();

    assertThat(calls.since())
        .containsExactly(
            "create create",
            "createAndUpdate create",
            "createAndUpdate update",
            "create create",
            "update update");
  }

  @Test
  void an_edit_taken_back_while_another_handler_creates_reaches_who_saw_it() {
    Life life = calls.life("create", "createSlowly", "createAndUpdate");
    calls.plan("createSlowly", End.UNEXPECTED, End.UNEXPECTED);
    calls.plan("createAndUpdate", End.UNEXPECTED);
    life.looks();
    life.image("1");
    life.time.advance(Duration.ofSeconds(5));
    life.looks();
    life.image("0");
    life.settle();

    assertThat(calls.since())
        .endsWith("createAndUpdate update", "createSlowly create", "createSlowly create")
        .filteredOn("createAndUpdate update"::equals)
        .hasSize(1);
  }

  @Test
  void attempts_at_a_change_that_was_taken_back_do_not_count_for_the_next_one() {
    Life life = calls.life("updateThrice");
    life.settle();
    calls.plan("updateThrice", End.LATER, End.LATER);
    life.image("1");
    life.looks();
    life.image("0");
    life.looks();
    life.image("2");

    life.looks();

    assertThat(calls.whole()).extracting(call -> call.retry().attempt()).containsExactly(0, 0);
  }

  @Test
  void a_deletion_ends_the_retries_of_the_creation() {
    Life life = calls.life("create", "delete");
    calls.plan("create", End.LATER);
    life.looks();
    calls.plan("delete", End.LATER);
    life.delete();
    life.looks();

    assertThat(calls.since()).containsExactly("create create", "delete delete");
    assertThat(state(life).handlers()).containsOnlyKeys("delete");
    life.settle();
    assertThat(calls.since()).isEqualTo(List.of("delete delete"));
    assertThat(life.stored()).isNull();
  }

  @Test
  void no_attempt_begins_that_would_be_too_late() {
    Life life = calls.life("createInTime");
    calls.plan("createInTime", End.LATER, End.LATER, End.LATER);

    life.settle();

    // after 30 s there is time for a second one, after 60 s there is none
    assertThat(calls.since()).hasSize(2);
    assertThat(failure(life, "createInTime")).isEqualTo("timed out after 45s: not yet");
  }

  @Test
  void the_time_that_the_operator_was_down_counts() {
    Life life = calls.life("createInTime");
    calls.plan("createInTime", End.LATER);
    life.looks();
    assertThat(calls.since()).hasSize(1);
    life.restart();
    life.time.advance(Duration.ofSeconds(46));

    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(failure(life, "createInTime")).isEqualTo("timed out after 45s");
  }

  @Test
  void trouble_of_the_api_server_does_not_stop_the_clock() {
    Life life = calls.life("createInTime");
    calls.plan("createInTime", Collections.nCopies(20, End.API_TROUBLE).toArray(End[]::new));

    life.settle();

    assertThat(calls.since()).hasSize(6);
    assertThat(failure(life, "createInTime")).isEqualTo("timed out after 45s: overloaded");
  }

  @Test
  void a_long_pause_takes_one_write_however_long_it_is() {
    Life life = calls.life("updateRarely");
    life.settle();
    int requests = life.requests();
    calls.plan("updateRarely", Collections.nCopies(3, End.UNEXPECTED).toArray(End[]::new));
    Instant begin = life.time.now();
    life.image("1");

    life.settle();

    assertThat(Duration.between(begin, life.time.now())).isEqualTo(Duration.ofHours(1 + 2 + 3));
    assertThat(life.requests() - requests).isEqualTo(4);
  }

  private static @Nullable String failure(Life life, String handler) {
    HandlerRecord found = state(life).handlers().get(handler);
    return found == null ? null : found.failure();
  }

  private static HandlingState state(Life life) {
    return StateCodec.read(
        life.object().path("metadata").path("annotations").path(Life.MARKS.state()).asText());
  }

  @Test
  void a_stored_pause_ends_by_the_wall_clock_later_when_that_is_put_back() {
    Life life = calls.life("create");
    calls.plan("create", End.LATER);
    life.looks();

    life.time.jump(Duration.ofHours(-1));
    life.time.advance(Play.DELAY);
    life.look(Fate.WRITTEN);
    assertThat(calls.since()).containsExactly("create create");
    life.time.advance(Duration.ofHours(1));
    life.looks();

    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void a_stored_pause_ends_by_the_wall_clock_at_the_next_look_when_that_is_put_forward() {
    Life life = calls.life("create");
    calls.plan("create", End.LATER);
    life.looks();
    assertThat(calls.since()).hasSize(1);

    life.time.jump(Duration.ofHours(1));
    life.look(Fate.WRITTEN);

    assertThat(calls.since()).containsExactly("create create");
  }
}
