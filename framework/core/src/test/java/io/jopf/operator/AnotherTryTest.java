package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.StateCodec;
import io.jopf.operator.Play.End;
import org.junit.jupiter.api.Test;

class AnotherTryTest {

  private final Calls calls = new Calls();

  @Test
  void a_new_value_of_the_annotation_runs_what_has_failed_and_nothing_else() {
    Life life = calls.life("create", "createAndUpdate");
    calls.plan("create", End.FOR_GOOD, End.FOR_GOOD);
    life.settle();
    calls.since();

    ask(life, "1");
    life.settle();
    assertThat(calls.since()).containsExactly("create create");
    assertThat(failures(life)).containsExactly("never");

    life.restart();
    life.settle();
    assertThat(calls.since()).as("the same value").isEmpty();

    ask(life, "2");
    life.settle();
    assertThat(calls.since()).containsExactly("create create");
    assertThat(failures(life)).isEmpty();
  }

  @Test
  void an_update_is_tried_again_with_the_difference_that_it_had() {
    Life life = calls.life("image");
    life.settle();
    life.image("1");
    calls.plan("image", End.FOR_GOOD);
    life.settle();
    life.restart();
    life.settle();
    calls.since();

    ask(life, "now");
    life.settle();

    Calls.Call call = calls.last();
    assertThat(calls.since()).containsExactly("image update");
    assertThat(call.before().asText()).isEqualTo("0");
    assertThat(call.after().asText()).isEqualTo("1");
    assertThat(state(life).essences()).hasSize(1);
  }

  @Test
  void a_resuming_that_failed_is_tried_again() {
    Life life = calls.life("resume");
    life.settle();
    life.restart();
    calls.plan("resume", End.FOR_GOOD);
    life.settle();
    assertThat(calls.since()).containsExactly("resume resume");

    ask(life, "now");
    life.settle();

    assertThat(calls.since()).containsExactly("resume resume");
    assertThat(failures(life)).isEmpty();
  }

  @Test
  void a_resuming_that_is_tried_again_is_no_update_while_another_handler_still_tries() {
    Life life = calls.life("update", "updateAndResume");
    life.settle();
    calls.plan("update", End.LATER, End.LATER, End.LATER);
    life.image("1");
    life.looks();
    life.restart();
    calls.plan("updateAndResume", End.FOR_GOOD);
    life.looks();
    calls.since();

    ask(life, "now");
    life.looks();

    assertThat(calls.since()).containsExactly("updateAndResume resume");
  }

  @Test
  void what_has_changed_since_the_failure_is_told_as_that_change_even_if_it_was_so_before() {
    Life life = calls.life("update");
    life.settle();
    calls.plan("update", End.FOR_GOOD);
    life.image("1");
    life.settle();
    calls.since();

    life.image("0");
    ask(life, "now");
    life.settle();

    Calls.Call call = calls.last();
    assertThat(calls.since()).containsExactly("update update");
    assertThat(call.before().path("data").path("image").asText()).isEqualTo("1");
    assertThat(call.after().path("data").path("image").asText()).isEqualTo("0");
  }

  @Test
  void attempts_begin_anew() {
    Life life = calls.life("createThrice");
    calls.plan("createThrice", End.UNEXPECTED, End.UNEXPECTED, End.UNEXPECTED, End.UNEXPECTED);
    life.settle();
    assertThat(calls.since()).hasSize(3);

    ask(life, "now");
    life.settle();

    assertThat(calls.whole()).extracting(call -> call.retry().attempt()).containsExactly(0, 1);
  }

  @Test
  void a_value_that_was_there_before_the_failure_asks_for_nothing() {
    Life life = calls.life("update");
    ask(life, "old");
    life.settle();
    calls.plan("update", End.FOR_GOOD);
    life.image("1");
    life.settle();
    life.restart();
    life.settle();

    assertThat(calls.since()).containsExactly("update update");
    assertThat(failures(life)).containsExactly("never");
  }

  @Test
  void what_was_skipped_is_tried_after_what_it_was_skipped_for() {
    Life life = calls.life("create", "createLater");
    calls.plan("create", End.FOR_GOOD);
    life.settle();
    assertThat(calls.since()).containsExactly("create create");
    assertThat(failures(life))
        .containsExactlyInAnyOrder("never", "skipped, as it comes after create");

    ask(life, "now");
    life.settle();

    assertThat(calls.since()).containsExactly("create create", "createLater create");
    assertThat(failures(life)).isEmpty();
  }

  private static void ask(Life life, String value) {
    life.edit(object -> object.withObject("/metadata/annotations").put(Marks.RETRY, value));
  }

  private static Iterable<String> failures(Life life) {
    return state(life).handlers().values().stream().map(HandlerRecord::failure).toList();
  }

  private static HandlingState state(Life life) {
    return StateCodec.read(
        life.object().path("metadata").path("annotations").path(Life.MARKS.state()).asText());
  }
}
