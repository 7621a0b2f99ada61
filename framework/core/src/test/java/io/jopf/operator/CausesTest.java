package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Diff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {

  private final Calls calls = new Calls();

  @Test
  void an_object_seen_for_the_first_time_is_created_and_nothing_else() {
    Life life = calls.life("create", "update", "image", "resume", "delete");

    life.settle();

    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void an_object_made_while_the_operator_was_down_is_created_and_not_resumed() {
    Life life = calls.life("create", "resume", "createAndResume");
    life.restart();

    life.settle();

    assertThat(calls.since()).containsExactlyInAnyOrder("create create", "createAndResume create");
  }

  @Test
  void a_handled_object_is_resumed_once_in_every_process() {
    Life life = calls.life("create", "resume");
    life.settle();
    calls.since();

    for (int process = 0; process < 3; process++) {
      life.restart();
      life.settle();
      assertThat(calls.since()).containsExactly("resume resume");
      life.image("image of process " + process);
      life.settle();
      assertThat(calls.since()).isEmpty();
    }
  }

  @Test
  void a_change_made_while_the_operator_was_down_is_an_update_beside_the_resuming() {
    Life life = calls.life("update", "resume");
    life.settle();
    life.restart();
    life.image("1");

    life.looks();

    assertThat(calls.since()).containsExactlyInAnyOrder("update update", "resume resume");
  }

  @Test
  void several_changes_while_the_operator_was_down_are_one_update_with_the_whole_difference() {
    Life life = calls.life("update");
    life.settle();
    life.restart();
    life.image("1");
    life.edit(object -> object.withObject("/data").put("other", "1"));
    life.image("2");

    life.settle();

    Diff diff = calls.last().diff();
    assertThat(calls.since()).containsExactly("update update");
    assertThat(diff.items())
        .extracting(item -> String.join(".", item.path()), item -> item.after().asText())
        .containsExactly(tuple("data.image", "2"), tuple("data.other", "1"));
  }

  @Test
  void a_change_that_was_taken_back_while_the_operator_was_down_is_no_update() {
    Life life = calls.life("update", "image");
    life.settle();
    int requests = life.requests();
    life.image("1");
    life.image("0");

    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isEqualTo(requests);
  }

  @Test
  void status_and_system_metadata_run_nothing_and_write_nothing() {
    Life life = calls.life("create", "update");
    life.settle();
    int requests = life.requests();
    calls.since();
    life.edit(
        object -> {
          object.withObject("/status").put("phase", "Running");
          object.withObject("/metadata").put("resourceVersion", "7").put("generation", 3);
        });

    life.settle();

    assertThat(calls.since()).isEmpty();
    assertThat(life.requests()).isEqualTo(requests);
  }

  @Test
  void a_label_or_a_foreign_annotation_is_a_change() {
    Life life = calls.life("update");
    life.settle();

    life.edit(object -> object.withObject("/metadata/labels").put("team", "blue"));
    life.settle();
    assertThat(calls.since()).containsExactly("update update");

    life.edit(object -> object.withObject("/metadata/annotations").put("example.com/a", "1"));
    life.settle();
    assertThat(calls.since()).containsExactly("update update");
  }

  @Test
  void marks_of_this_and_of_other_operators_are_no_change() {
    Life life = calls.life("update");
    life.settle();

    for (String mark :
        List.of(
            "other.jopf.io/state",
            "test.jopf.io/applied",
            "jopf.io/retry",
            "kopf.zalando.org/last-handled-configuration",
            "kubectl.kubernetes.io/last-applied-configuration")) {
      life.edit(object -> object.withObject("/metadata/annotations").put(mark, "{}"));
      life.settle();
      assertThat(calls.since()).as(mark).isEmpty();
    }
  }

  @Test
  void marks_under_a_prefix_that_a_kopf_operator_has_marked_as_its_own_are_no_change() {
    Life life = calls.life("update");
    life.edit(object -> annotate(object, "theirs.example.com/kopf-managed", "yes"));
    life.settle();

    life.edit(object -> annotate(object, "theirs.example.com/progress", "{}"));
    life.settle();
    assertThat(calls.since()).isEmpty();

    life.edit(object -> annotate(object, "others.example.com/progress", "{}"));
    life.settle();
    assertThat(calls.since()).containsExactly("update update");
  }

  private static void annotate(ObjectNode object, String name, String value) {
    object.withObject("/metadata/annotations").put(name, value);
  }

  @Test
  void a_field_handler_runs_for_its_field_only_and_sees_old_and_new() {
    Life life = calls.life("image");
    life.settle();

    life.edit(object -> object.withObject("/data").put("other", "1"));
    life.settle();
    assertThat(calls.since()).isEmpty();

    life.image("1");
    life.settle();
    Calls.Call call = calls.last();
    assertThat(calls.since()).containsExactly("image update");
    assertThat(call.before().asText()).isEqualTo("0");
    assertThat(call.after().asText()).isEqualTo("1");
    assertThat(call.diff().items()).extracting(Diff.Item::path).containsExactly(List.of());
  }

  @Test
  void a_method_for_creation_and_resuming_is_called_once_for_either() {
    Life life = calls.life("createAndResume");
    life.settle();
    assertThat(calls.since()).containsExactly("createAndResume create");

    life.restart();
    life.settle();
    assertThat(calls.since()).containsExactly("createAndResume resume");
  }

  @Test
  void a_method_for_updates_and_resuming_is_called_once_when_both_apply() {
    Life life = calls.life("updateAndResume");
    life.settle();
    life.restart();
    life.image("1");

    life.settle();

    assertThat(calls.since()).containsExactly("updateAndResume update");
  }

  @Test
  void another_object_under_the_same_name_is_created_anew() {
    Life life = calls.life("create", "resume");
    life.settle();
    calls.since();
    life.delete();
    life.create("uid-2");

    life.settle();

    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void a_list_of_watches_read_again_resumes_nothing() {
    Life life = calls.life("create", "resume");
    life.settle();
    life.restart();
    life.settle();
    calls.since();

    life.edit(object -> object.withObject("/metadata").put("resourceVersion", "99"));
    life.settle();

    assertThat(calls.since()).isEmpty();
  }

  @Test
  void resuming_beside_an_update_is_told_the_same_difference() {
    Life life = calls.life("update", "resume");
    life.settle();
    life.restart();
    life.image("1");

    life.looks();

    assertThat(calls.whole()).hasSize(2);
    assertThat(calls.whole().get(0).diff()).isEqualTo(calls.whole().get(1).diff());
    assertThat(calls.whole().get(0).diff().items()).hasSize(1);
  }

  @Test
  void a_creation_that_an_earlier_process_began_is_not_resumed() {
    Life life = calls.life("create", "resume");
    calls.plan("create", Play.End.LATER);
    life.looks();
    life.restart();

    life.settle();

    assertThat(calls.since()).containsExactly("create create", "create create");
  }

  @Test
  void a_handler_that_has_created_is_told_of_changes_while_another_still_creates() {
    Life life = calls.life("create", "createAndUpdate", "update");
    calls.plan("create", Play.End.LATER, Play.End.LATER);
    life.looks();
    calls.since();

    life.image("1");
    life.looks();
    assertThat(calls.since()).containsExactly("createAndUpdate update");
    life.settle();

    assertThat(calls.since())
        .as("one for updates alone waits until all is created")
        .containsExactly("create create", "create create", "update update");
  }

  @Test
  void what_the_api_server_refuses_runs_nothing_again_until_the_object_changes() {
    Life life = calls.life("create");
    life.look(Fate.REFUSED);
    for (int i = 0; i < 5; i++) {
      life.time.advance(Duration.ofMinutes(10));
      life.look(Fate.REFUSED);
    }
    assertThat(calls.since()).containsExactly("create create");

    life.image("1");
    life.settle();

    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void what_was_refused_is_written_when_it_is_welcome_again() {
    Life life = calls.life("create");
    life.look(Fate.REFUSED);
    life.time.advance(Duration.ofMinutes(10));

    life.settle();

    assertThat(calls.since()).containsExactly("create create");
    assertThat(life.requests()).isEqualTo(1);
  }
}
