package io.jopf.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Phase;
import io.jopf.filter.Candidate;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueHandlersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Essence OLD = essence("old", 1);
  private static final Essence PRESENT = essence("new", 1);

  private final HandlerSpec create = Specs.handler("create", Reason.CREATE);
  private final HandlerSpec update = Specs.handler("update", Reason.UPDATE);
  private final HandlerSpec image = Specs.field("image", "spec", "image");
  private final HandlerSpec size = Specs.field("size", "spec", "size");
  private final HandlerSpec resume = Specs.handler("resume", Reason.RESUME);
  private final HandlerSpec delete = Specs.handler("delete", Reason.DELETE);
  private final List<HandlerSpec> all = List.of(create, update, image, size, resume, delete);

  @Test
  void each_phase_has_its_handlers_in_the_order_of_their_declaration() {
    assertThat(picked(Phase.CREATING, HandlingState.NONE)).containsExactly("create create");
    assertThat(picked(Phase.LIVING, handled(OLD))).containsExactly("update update", "image update");
    assertThat(picked(Phase.DELETING, handled(OLD))).containsExactly("delete delete");
    assertThat(picked(Phase.RELEASED, handled(OLD))).isEmpty();
  }

  @Test
  void nobody_is_due_for_an_essence_that_all_have_dealt_with() {
    assertThat(select(Phase.LIVING, handled(PRESENT), Set.of()).isSettled()).isTrue();
  }

  @Test
  void a_handler_with_a_record_is_compared_with_that_and_not_with_the_baseline() {
    HandlingState state =
        handled(OLD).with("update", HandlerRecord.succeeded(Reason.UPDATE, PRESENT.hash()));

    assertThat(picked(Phase.LIVING, state)).containsExactly("image update");
  }

  @Test
  void a_handler_that_has_seen_more_than_the_baseline_is_told_when_it_is_taken_back() {
    HandlingState state =
        handled(PRESENT)
            .with("update", HandlerRecord.succeeded(Reason.UPDATE, OLD.hash()))
            .with("size", HandlerRecord.succeeded(Reason.UPDATE, OLD.hash()));

    assertThat(picked(Phase.LIVING, state)).containsExactly("update update");
  }

  @Test
  void before_and_after_are_of_the_field_and_of_creation_and_deletion_one_sided() {
    Due changed = select(Phase.LIVING, handled(OLD), Set.of()).due().get(1);
    assertThat(changed.before().asText()).isEqualTo("old");
    assertThat(changed.after().asText()).isEqualTo("new");
    assertThat(changed.diff().items()).hasSize(1);

    Due created = select(Phase.CREATING, HandlingState.NONE, Set.of()).due().get(0);
    assertThat(created.before().isNull()).isTrue();
    assertThat(created.after()).isEqualTo(PRESENT.fields());

    Due deleted = select(Phase.DELETING, handled(OLD), Set.of()).due().get(0);
    assertThat(deleted.before()).isEqualTo(PRESENT.fields());
    assertThat(deleted.after().isNull()).isTrue();
  }

  @Test
  void a_handler_whose_last_essence_was_not_kept_is_told_that_all_is_new() {
    HandlingState state = new HandlingState("unknown", null, Map.of(), Map.of());

    Due due = select(Phase.LIVING, state, Set.of()).due().get(0);

    assertThat(due.before().isNull()).isTrue();
    assertThat(due.after()).isEqualTo(PRESENT.fields());
  }

  @Test
  void only_handlers_that_have_not_resumed_in_this_process_resume() {
    assertThat(select(Phase.LIVING, handled(PRESENT), Set.of("resume")).due())
        .extracting(Due::reason)
        .containsExactly(Reason.RESUME);
    assertThat(select(Phase.CREATING, HandlingState.NONE, Set.of("resume")).due())
        .extracting(Due::reason)
        .containsExactly(Reason.CREATE);
  }

  @Test
  void a_handler_that_has_to_wait_is_not_due_and_the_first_to_be_due_again_sets_the_time() {
    HandlingState state =
        handled(OLD)
            .with("update", trying(Reason.UPDATE, NOW.plusSeconds(20)))
            .with("image", trying(Reason.UPDATE, NOW.plusSeconds(10)));

    Selection selection = select(Phase.LIVING, state, Set.of());

    assertThat(selection.due()).isEmpty();
    assertThat(selection.isSettled()).isFalse();
    assertThat(selection.waiting()).containsExactlyInAnyOrder("update", "image");
    assertThat(selection.waitingUntil()).isEqualTo(NOW.plusSeconds(10));
    assertThat(selection.contains("image")).isTrue();
    assertThat(selection.contains("size")).isFalse();
  }

  @Test
  void a_pause_ends_at_its_moment() {
    HandlingState state = handled(OLD).with("update", trying(Reason.UPDATE, NOW));

    assertThat(picked(Phase.LIVING, state)).contains("update update");
  }

  @Test
  void attempts_for_another_reason_do_not_count() {
    HandlingState state = handled(OLD).with("delete", trying(Reason.UPDATE, NOW.plusSeconds(60)));

    Due due = select(Phase.DELETING, state, Set.of()).due().get(0);

    assertThat(due.retry().attempt()).isZero();
    assertThat(due.retry().started()).isEqualTo(NOW);
  }

  private static HandlerRecord trying(Reason reason, Instant notBefore) {
    return HandlerRecord.succeeded(reason, OLD.hash()).retried(reason, true, NOW, notBefore);
  }

  private static HandlingState handled(Essence essence) {
    return new HandlingState(
        essence.hash(),
        null,
        Map.of(),
        Map.of(OLD.hash(), OLD.fields(), PRESENT.hash(), PRESENT.fields()));
  }

  private List<String> picked(Phase phase, HandlingState state) {
    return select(phase, state, Set.of()).due().stream()
        .map(due -> due.handler().id() + " " + due.reason().text())
        .toList();
  }

  private Selection select(Phase phase, HandlingState state, Set<String> toResume) {
    return DueHandlers.select(all, phase, state, PRESENT, candidate(), toResume, NOW);
  }

  private static Candidate candidate() {
    return new Candidate(PRESENT.fields(), type -> PRESENT);
  }

  private static Essence essence(String image, int size) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    object.withObject("/spec").put("image", image).put("size", size);
    return Essence.of(object);
  }
}
