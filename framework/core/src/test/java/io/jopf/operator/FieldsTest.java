package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jopf.cause.EssenceFields;
import io.jopf.cause.Situation;
import io.jopf.handler.HandledKind;
import io.jopf.handler.KindOptions;
import io.jopf.operator.Play.End;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Handlers of fields, of the status too, and fields that concern nobody. */
class FieldsTest {

  private final Calls calls = new Calls();

  @Test
  void one_method_is_a_handler_of_its_own_for_every_field() {
    Life life = calls.life("fields/data.image", "fields/status.phase");
    life.settle();
    assertThat(calls.since()).containsExactly("fields/data.image create");

    life.edit(
        object -> {
          object.withObject("/data").put("image", "1");
          object.withObject("/status").put("phase", "Ready");
        });
    life.settle();

    assertThat(calls.whole())
        .extracting(Calls.Call::what, call -> call.before().asText(), call -> call.after().asText())
        .containsExactlyInAnyOrder(
            tuple("fields/data.image update", "0", "1"),
            tuple("fields/status.phase update", "null", "Ready"));
  }

  @Test
  void fields_are_tried_again_one_by_one() {
    Life life = calls.life("fields/data.image", "fields/status.phase");
    life.settle();
    calls.since();
    calls.plan("fields/data.image", End.LATER);
    life.edit(
        object -> {
          object.withObject("/data").put("image", "1");
          object.withObject("/status").put("phase", "Ready");
        });

    life.settle();

    assertThat(calls.since())
        .containsExactlyInAnyOrder(
            "fields/data.image update", "fields/status.phase update", "fields/data.image update");
  }

  @Test
  void another_field_of_the_status_runs_nothing_and_writes_nothing() {
    Life life = calls.life("fields/status.phase", "update");
    life.settle();
    int requests = life.requests();

    life.edit(object -> object.withObject("/status").put("seen", 7));
    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isEqualTo(requests);
  }

  @Test
  void a_watched_field_of_the_status_is_no_change_for_handlers_of_the_whole_object() {
    Life life = calls.life("fields/status.phase", "update");
    life.settle();

    life.edit(object -> object.withObject("/status").put("phase", "Ready"));
    life.settle();
    assertThat(calls.since()).containsExactly("fields/status.phase update");

    life.image("1");
    life.settle();
    assertThat(calls.last().after().has("status")).isFalse();
    assertThat(calls.since()).containsExactly("update update");
  }

  @Test
  void an_own_write_of_a_watched_field_is_one_more_change_and_no_more() {
    Life life = calls.life("echo");
    life.settle();
    life.edit(object -> object.withObject("/status").put("echo", "something"));
    life.looks();
    assertThat(calls.since()).containsExactly("echo update");

    // its event comes although it is an echo
    life.edit(object -> object.withObject("/metadata").put("resourceVersion", "2"));
    life.settle();
    assertThat(calls.since()).containsExactly("echo update");

    life.edit(object -> object.withObject("/metadata").put("resourceVersion", "3"));
    life.settle();
    assertThat(calls.since()).isEmpty();
  }

  @Test
  void a_value_matters_before_or_after_a_change() {
    Life life = calls.life("red", "update");
    life.settle();

    for (String image : List.of("red", "blue", "green")) {
      life.image(image);
      life.settle();
    }

    assertThat(calls.since()).filteredOn("red update"::equals).as("to red and from red").hasSize(2);
  }

  @Test
  void a_value_alone_decides_whether_an_object_is_remembered() {
    Life life = calls.life("red");
    life.settle();
    assertThat(life.requests()).isZero();

    life.image("red");
    life.settle();
    assertThat(calls.since()).as("what begins to match is created").isEmpty();

    life.image("blue");
    life.settle();
    assertThat(calls.since()).containsExactly("red update");
    assertThat(life.object().path("metadata").path("annotations")).isEmpty();
  }

  @Test
  void a_field_that_appears_is_told_from_one_that_changes() {
    Life life = calls.life("coloured");
    life.settle();

    life.edit(object -> object.withObject("/data").put("colour", "red"));
    life.settle();
    assertThat(calls.since()).containsExactly("coloured update");

    life.edit(object -> object.withObject("/data").put("colour", "blue"));
    life.settle();
    life.edit(object -> object.withObject("/data").remove("colour"));
    life.settle();
    assertThat(calls.since()).isEmpty();
  }

  @Test
  void ignored_fields_run_nothing_and_write_nothing() {
    Life life = ignoring("other");
    life.settle();
    int requests = life.requests();

    life.edit(object -> object.withObject("/data").put("other", "1"));
    life.settle();
    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isEqualTo(requests);

    life.image("1");
    life.settle();
    assertThat(calls.last().diff().items()).hasSize(1);
    assertThat(calls.since()).containsExactly("update update");
  }

  @Test
  void a_field_that_a_new_version_of_the_operator_ignores_is_no_change() {
    Life before = calls.life("update");
    before.settle();
    Life after = ignoring("other");
    after.edit(object -> object.setAll(before.object()));

    after.settle();

    assertThat(calls.since()).isEmpty();
  }

  @Test
  void ids_may_be_long_and_differ_at_their_ends_only() {
    String common = "create.with-a-very-long-name_with-a-very-long-name_with-a-very-long-name_";
    String id = common + "a";
    String twin = common + "b";
    Life life = calls.life(id, twin);
    calls.plan(id, End.LATER);
    life.looks();
    assertThat(Situation.of(life.object(), Life.MARKS).stored().handlers())
        .containsOnlyKeys(id, twin);
    life.restart();

    life.settle();

    assertThat(calls.since())
        .containsExactlyInAnyOrder(id + " create", twin + " create", id + " create");
  }

  @Test
  void a_handler_that_resumes_whatever_happens_resumes_beside_the_deletion() {
    Life life = calls.life("resume", "resumeAnyway", "delete");
    life.settle();
    life.restart();
    life.delete();

    life.settle();

    assertThat(calls.since()).containsExactlyInAnyOrder("resumeAnyway resume", "delete delete");
    assertThat(life.stored()).isNull();
  }

  @Test
  void a_deletion_waits_for_the_resuming_that_was_to_happen_beside_it() {
    Life life = calls.life("resumeAnyway", "delete");
    life.settle();
    life.restart();
    calls.plan("resumeAnyway", End.LATER, End.LATER);
    life.delete();

    life.settle();

    assertThat(calls.whole())
        .filteredOn(call -> call.what().equals("resumeAnyway resume"))
        .extracting(call -> call.retry().attempt())
        .containsExactly(0, 1, 2);
    assertThat(life.stored()).isNull();
  }

  private Life ignoring(String key) {
    HandledKind kind = Stage.SHARED.kind(Set.of("update"));
    KindOptions options = new KindOptions("", "", Set.of(List.of("data", key)), Set.of());
    HandledKind all =
        new HandledKind(
            kind.type(),
            kind.causes(),
            kind.levels(),
            kind.background(),
            kind.secondaries(),
            options);
    assertThat(all.essence()).isEqualTo(new EssenceFields(Set.of(), options.ignored()));
    return new Life(all, calls);
  }
}
