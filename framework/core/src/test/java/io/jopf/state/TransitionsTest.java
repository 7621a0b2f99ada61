package io.jopf.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.Phase;
import io.jopf.cause.Situation;
import io.jopf.cause.StateCodec;
import io.jopf.filter.Filters;
import io.jopf.handler.Due;
import io.jopf.handler.DueHandlers;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Selection;
import io.jopf.handler.Specs;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransitionsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Marks MARKS = new Marks("me");
  private static final List<HandlerSpec> HANDLERS = List.of();
  private final RuntimeException bug = new IllegalStateException("a bug");
  private static final Outcome DONE = new Outcome.Succeeded(null);
  private final Outcome never = new Outcome.GaveUp("never", bug);

  private final Transitions transitions = new Transitions(() -> 0);
  private final HandlerSpec create = Specs.handler("a", Reason.CREATE, Reason.UPDATE);
  private final HandlerSpec update = Specs.handler("u", Reason.UPDATE);
  private final HandlerSpec thrice = Specs.limited("t", Reason.UPDATE, 3);

  @Test
  void a_creation_begins_with_the_essence_that_it_first_sees_and_keeps_that() {
    Situation first = situation(HandlingState.NONE, 1);
    HandlingState begun = transitions.begin(first, HANDLERS, NOW);
    assertThat(begun.origin()).isEqualTo(first.essence().hash());

    assertThat(transitions.begin(situation(begun, 2), HANDLERS, NOW).origin())
        .isEqualTo(begun.origin());
  }

  @Test
  void a_deletion_forgets_what_was_being_tried_for_other_reasons() {
    HandlingState state =
        living(1)
            .with("a", retried(HandlerRecord.succeeded(Reason.UPDATE, "x"), Reason.UPDATE))
            .with("d", retried(HandlerRecord.succeeded(Reason.DELETE, "x"), Reason.DELETE));
    ObjectNode object = object(1);
    object.withObject("/metadata").put("deletionTimestamp", NOW.toString());
    object.withObject("/metadata").putArray("finalizers").add(MARKS.finalizer());
    object.withObject("/metadata/annotations").put(MARKS.state(), StateCodec.write(state));

    HandlingState begun = transitions.begin(Situation.of(object, MARKS), HANDLERS, NOW);

    assertThat(begun.handlers()).containsOnlyKeys("d");
  }

  @Test
  void success_and_failure_both_count_as_dealt_with_and_only_failure_is_kept_in_words() {
    Situation changed = situation(living(1), 2);
    Due due = due(update, changed);

    HandlerRecord done = record(after(due, DONE, changed), "u");
    assertThat(done.handled()).isEqualTo(changed.essence().hash());
    assertThat(done.failure()).isNull();

    HandlingState failed = after(due, never, changed);
    assertThat(record(failed, "u").handled()).isEqualTo(changed.essence().hash());
    assertThat(record(failed, "u").failure()).isEqualTo("never");
    assertThat(Transitions.isFinalFailure(failed, due)).isTrue();
  }

  @Test
  void a_handler_to_be_tried_again_keeps_what_it_has_dealt_with_and_when_it_began() {
    Situation changed = situation(living(1), 2);
    Due due = due(update, changed);

    HandlerRecord wished = record(after(due, again(Duration.ofSeconds(7), true), changed), "u");
    assertThat(wished.attempts()).isEqualTo(1);
    assertThat(wished.started()).isEqualTo(NOW);
    assertThat(wished.notBefore()).isEqualTo(NOW.plusSeconds(7));
    assertThat(wished.handled()).isNull();

    HandlerRecord byBackoff = record(after(due, again(null, true), changed), "u");
    assertThat(byBackoff.notBefore()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void trouble_of_the_api_server_does_not_use_attempts_up() {
    Situation changed = situation(living(1), 2);
    HandlingState state = changed.stored();
    for (int call = 0; call < 10; call++) {
      Due due = due(thrice, changed, state);
      state = transitions.after(state, due, again(Duration.ZERO, false), changed.essence(), NOW);
      assertThat(Transitions.isFinalFailure(state, due)).isFalse();
    }
    assertThat(record(state, "t").attempts()).isZero();
    assertThat(record(state, "t").troubles()).isEqualTo(10);
  }

  @Test
  void the_last_attempt_that_is_allowed_is_final() {
    Situation changed = situation(living(1), 2);
    HandlingState state = changed.stored();
    Due due = due(thrice, changed);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(Transitions.isFinalFailure(state, due)).isFalse();
      due = due(thrice, changed, state);
      state = transitions.after(state, due, again(Duration.ZERO, true), changed.essence(), NOW);
    }

    assertThat(Transitions.isFinalFailure(state, due)).isTrue();
    assertThat(record(state, "t").failure()).isEqualTo("not yet");
  }

  @Test
  void resuming_leaves_what_a_handler_has_dealt_with() {
    HandlerSpec resume = Specs.handler("r", Reason.RESUME);
    HandlingState seen = living(1).with("r", HandlerRecord.succeeded(Reason.UPDATE, "seen"));
    Situation situation = situation(seen, 1);
    Due due =
        DueHandlers.select(
                List.of(resume),
                Phase.LIVING,
                seen,
                situation.essence(),
                Filters.candidate(situation.object()),
                Set.of("r"),
                NOW)
            .due()
            .get(0);

    assertThat(record(after(due, DONE, situation), "r").handled()).isEqualTo("seen");
    HandlingState fresh = transitions.after(living(1), due, DONE, situation.essence(), NOW);
    assertThat(fresh.handlers()).isEmpty();
  }

  @Test
  void when_all_is_settled_the_baseline_moves_and_one_essence_is_kept() {
    Situation changed = situation(living(1), 2);
    HandlingState done = after(due(update, changed), DONE, changed);

    HandlingState settled = Transitions.settle(done, changed, rest(done, changed, update));

    assertThat(settled.baseline()).isEqualTo(changed.essence().hash());
    assertThat(settled.handlers()).isEmpty();
    assertThat(settled.essences()).containsOnlyKeys(changed.essence().hash());
  }

  @Test
  void while_one_still_tries_the_baseline_stays_and_both_essences_are_kept() {
    Situation changed = situation(living(1), 2);
    HandlingState done = after(due(create, changed), DONE, changed);
    HandlingState state =
        transitions.after(
            done, due(update, changed), again(Duration.ofHours(1), true), changed.essence(), NOW);

    HandlingState stored = Transitions.settle(state, changed, rest(state, changed, create, update));

    assertThat(stored.baseline()).isEqualTo(essence(1).hash());
    assertThat(stored.handlers()).containsOnlyKeys("a", "u");
    assertThat(stored.essences()).containsOnlyKeys(essence(1).hash(), essence(2).hash());
  }

  @Test
  void a_creation_ends_at_the_essence_that_it_began_with() {
    Situation seen = situation(HandlingState.NONE, 1);
    HandlingState begun = transitions.begin(seen, HANDLERS, NOW);

    HandlingState created = Transitions.created(begun);

    assertThat(created.baseline()).isEqualTo(seen.essence().hash());
    assertThat(created.origin()).isNull();
  }

  private HandlingState after(Due due, Outcome outcome, Situation situation) {
    return transitions.after(situation.stored(), due, outcome, situation.essence(), NOW);
  }

  private static Selection rest(HandlingState state, Situation situation, HandlerSpec... handlers) {
    return DueHandlers.select(
        List.of(handlers),
        situation.phase(),
        state,
        situation.essence(),
        Filters.candidate(situation.object()),
        Set.of(),
        NOW);
  }

  private static Due due(HandlerSpec handler, Situation situation) {
    return due(handler, situation, situation.stored());
  }

  private static Due due(HandlerSpec handler, Situation situation, HandlingState state) {
    return DueHandlers.select(
            List.of(handler),
            situation.phase(),
            state,
            situation.essence(),
            Filters.candidate(situation.object()),
            Set.of(),
            NOW)
        .due()
        .get(0);
  }

  private Outcome again(@Nullable Duration delay, boolean counts) {
    return new Outcome.TryAgain(delay, "not yet", counts, bug);
  }

  private static HandlerRecord retried(HandlerRecord known, Reason reason) {
    return known.retried(reason, true, NOW, NOW);
  }

  private static HandlerRecord record(HandlingState state, String id) {
    HandlerRecord found = state.handlers().get(id);
    if (found == null) {
      throw new AssertionError("nothing is remembered of " + id);
    }
    return found;
  }

  private static HandlingState living(int n) {
    Essence essence = essence(n);
    return new HandlingState(
        essence.hash(), null, Map.of(), Map.of(essence.hash(), essence.fields()));
  }

  private static Essence essence(int n) {
    return Essence.of(object(n));
  }

  private static Situation situation(HandlingState stored, int n) {
    ObjectNode object = object(n);
    object.withObject("/metadata/annotations").put(MARKS.state(), StateCodec.write(stored));
    return Situation.of(object, MARKS);
  }

  private static ObjectNode object(int n) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    object.withObject("/spec").put("n", n);
    return object;
  }
}
