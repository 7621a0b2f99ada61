package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.operator.Play.End;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalizersTest {

  private final Calls calls = new Calls();

  @Test
  void the_finalizer_is_stored_before_any_handler_runs() {
    Life life = calls.life("create", "delete");

    life.look(Fate.WRITTEN);
    assertThat(calls.since()).isEmpty();
    assertThat(finalizers(life)).containsExactly(Life.MARKS.finalizer());

    life.settle();
    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void without_delete_handlers_there_is_no_finalizer() {
    Life life = calls.life("create", "update", "resume");

    life.settle();
    life.delete();

    assertThat(life.stored()).isNull();
  }

  @Test
  void an_optional_delete_handler_puts_no_finalizer() {
    Life life = calls.life("create", "goodbye");

    life.settle();

    assertThat(finalizers(life)).isEmpty();
  }

  @Test
  void only_our_finalizer_goes_when_all_delete_handlers_are_done() {
    Life life = calls.life("delete", "deleteTwice");
    foreignFinalizer(life);
    life.settle();
    calls.plan("deleteTwice", End.FOR_GOOD);
    life.delete();

    life.settle();

    assertThat(calls.since()).containsExactly("delete delete", "deleteTwice delete");
    assertThat(finalizers(life)).containsExactly("example.com/other");
  }

  @Test
  void a_released_object_that_others_still_hold_is_left_alone() {
    Life life = calls.life("create", "update", "resume", "delete");
    foreignFinalizer(life);
    life.settle();
    life.delete();
    life.settle();
    int requests = life.requests();
    calls.since();

    life.image("1");
    life.settle();
    life.restart();
    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isEqualTo(requests);
  }

  @Test
  void a_late_event_of_an_object_that_was_let_go_calls_nothing() {
    Life life = calls.life("create", "update", "delete");
    foreignFinalizer(life);
    life.settle();
    life.delete();
    ObjectNode late = life.object();
    life.settle();
    assertThat(calls.since()).endsWith("delete delete");

    life.lookAt(late);
    assertThat(calls.since()).isEmpty();
  }

  @Test
  void a_delete_handler_that_fails_temporarily_holds_the_object() {
    Life life = calls.life("delete");
    life.settle();
    calls.plan("delete", End.LATER, End.UNEXPECTED);
    life.delete();

    life.looks();
    assertThat(finalizers(life)).isNotEmpty();
    life.settle();

    assertThat(calls.since()).hasSize(3);
    assertThat(life.stored()).isNull();
  }

  @Test
  void a_delete_handler_without_retries_left_lets_the_object_go() {
    Life life = calls.life("deleteTwice");
    life.settle();
    calls.plan("deleteTwice", End.UNEXPECTED, End.UNEXPECTED);
    life.delete();

    life.settle();

    assertThat(calls.since()).hasSize(2);
    assertThat(life.stored()).isNull();
  }

  @Test
  void an_object_on_its_way_out_gets_no_finalizer_and_no_handler() {
    Life life = calls.life("create", "delete");
    foreignFinalizer(life);
    life.delete();

    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(finalizers(life)).containsExactly("example.com/other");
    assertThat(life.requests()).isZero();
  }

  @Test
  void a_resuming_handler_does_not_run_for_an_object_on_its_way_out() {
    Life life = calls.life("resume", "delete");
    life.settle();
    life.restart();
    life.delete();

    life.settle();

    assertThat(calls.since()).containsExactly("delete delete");
  }

  @Test
  void a_finalizer_left_over_from_handlers_that_are_gone_is_taken_off() {
    Life life = calls.life("create");
    life.edit(
        object ->
            object.withObject("/metadata").putArray("finalizers").add(Life.MARKS.finalizer()));

    life.settle();
    assertThat(finalizers(life)).isEmpty();

    life.edit(
        object ->
            object.withObject("/metadata").putArray("finalizers").add(Life.MARKS.finalizer()));
    life.delete();
    life.settle();
    assertThat(life.stored()).isNull();
  }

  private static void foreignFinalizer(Life life) {
    life.edit(
        object -> object.withObject("/metadata").putArray("finalizers").add("example.com/other"));
  }

  private static List<String> finalizers(Life life) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : life.object().path("metadata").path("finalizers")) {
      names.add(name.asText());
    }
    return names;
  }
}
