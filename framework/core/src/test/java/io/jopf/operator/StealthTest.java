package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.operator.Play.End;
import org.junit.jupiter.api.Test;

/** Objects that the filters of no handler match. */
class StealthTest {

  private final Calls calls = new Calls();

  @Test
  void an_object_that_no_filter_matches_is_left_alone() {
    Life life = calls.life("createWeb", "updateWeb", "resumeWeb", "deleteWeb");

    life.settle();
    life.image("1");
    life.restart();
    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isZero();
  }

  @Test
  void an_object_that_begins_to_match_is_created() {
    Life life = calls.life("createWeb", "updateWeb", "resumeWeb", "deleteWeb");
    life.settle();
    life.image("1");
    life.settle();

    web(life);
    life.settle();

    assertThat(calls.since()).containsExactly("createWeb create");
    assertThat(metadata(life, "finalizers")).isNotEmpty();
  }

  @Test
  void an_object_that_matches_no_longer_loses_all_that_is_ours() {
    Life life = calls.life("createWeb", "updateWeb", "deleteWeb");
    web(life);
    life.settle();
    calls.since();

    notWeb(life);
    life.settle();
    int requests = life.requests();
    assertThat(metadata(life, "finalizers")).isEmpty();
    assertThat(metadata(life, "annotations")).isEmpty();

    life.image("1");
    life.settle();
    life.restart();
    life.settle();
    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isEqualTo(requests);
  }

  @Test
  void what_another_operator_has_put_on_an_object_is_never_touched() {
    Life life = calls.life("createWeb", "updateWeb", "deleteWeb");
    life.edit(
        object -> {
          object.withObject("/metadata/annotations").put("other.jopf.io/state", "theirs");
          object.withObject("/metadata").putArray("finalizers").add("other.jopf.io/finalizer");
        });
    web(life);
    calls.plan("createWeb", End.LATER);
    life.settle();
    life.image("1");
    life.settle();
    notWeb(life);
    life.settle();
    web(life);
    life.settle();
    life.delete();
    life.settle();

    assertThat(calls.since())
        .containsExactly(
            "createWeb create",
            "createWeb create",
            "updateWeb update",
            "createWeb create",
            "deleteWeb delete");
    assertThat(metadata(life, "annotations").path("other.jopf.io/state").asText())
        .isEqualTo("theirs");
    assertThat(metadata(life, "finalizers").toString()).isEqualTo("[\"other.jopf.io/finalizer\"]");
  }

  @Test
  void an_object_that_matches_again_is_created_again_and_neither_updated_nor_resumed() {
    Life life = calls.life("createWeb", "updateWeb", "resumeWeb", "deleteWeb");
    web(life);
    life.settle();
    calls.since();
    life.restart();
    notWeb(life);
    life.settle();
    life.image("1");
    life.settle();

    web(life);
    life.settle();

    assertThat(calls.since()).containsExactly("createWeb create");
  }

  @Test
  void what_some_handlers_do_not_match_is_done_for_them_and_later_changes_are_not() {
    Life life = calls.life("update", "updateWeb");
    life.settle();
    life.image("1");
    life.settle();
    assertThat(calls.since()).containsExactly("update update");

    web(life);
    life.settle();
    assertThat(calls.since()).containsExactlyInAnyOrder("update update", "updateWeb update");
  }

  @Test
  void a_handler_that_fails_is_left_in_peace_once_the_object_matches_no_longer() {
    Life life = calls.life("create", "createWeb");
    web(life);
    calls.plan("createWeb", End.LATER, End.LATER, End.LATER);
    life.looks();
    assertThat(calls.since()).containsExactlyInAnyOrder("create create", "createWeb create");

    notWeb(life);
    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.pause()).isNull();
  }

  @Test
  void only_an_object_that_a_mandatory_delete_handler_matches_gets_the_finalizer() {
    Life life = calls.life("create", "deleteWeb");
    life.settle();
    assertThat(metadata(life, "finalizers")).isEmpty();
    web(life);
    life.settle();
    assertThat(metadata(life, "finalizers")).isNotEmpty();
    calls.since();

    life.delete();
    life.settle();

    assertThat(calls.since()).containsExactly("deleteWeb delete");
    assertThat(life.stored()).isNull();
  }

  @Test
  void an_object_on_its_way_out_that_matches_no_longer_is_let_go() {
    Life life = calls.life("deleteWeb");
    web(life);
    life.settle();
    calls.plan("deleteWeb", End.LATER);
    life.delete();
    life.looks();
    calls.since();

    notWeb(life);
    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.stored()).isNull();
  }

  @Test
  void a_predicate_decides_too() {
    Life life = calls.life("createChosen");
    life.settle();
    assertThat(life.requests()).isZero();

    life.image("chosen");
    life.settle();
    assertThat(calls.since()).containsExactly("createChosen create");

    life.image("0");
    life.settle();
    assertThat(metadata(life, "annotations")).isEmpty();
  }

  @Test
  void a_predicate_without_an_answer_stops_all_handling_of_the_object() {
    Life life = calls.life("create", "createChosen");
    life.image("broken");

    assertThatThrownBy(() -> life.look(Fate.WRITTEN)).hasMessage("no answer");
    assertThat(calls.since()).isEmpty();

    life.image("chosen");
    life.settle();
    assertThat(calls.since()).containsExactlyInAnyOrder("create create", "createChosen create");
  }

  private static void web(Life life) {
    life.edit(object -> object.withObject("/metadata/labels").put("app", "web"));
  }

  private static void notWeb(Life life) {
    life.edit(object -> object.withObject("/metadata/labels").put("app", "db"));
  }

  private static JsonNode metadata(Life life, String field) {
    ObjectNode object = life.object();
    return object.path("metadata").path(field);
  }
}
