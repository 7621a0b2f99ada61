package io.jopf.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.json.Json;
import org.junit.jupiter.api.Test;

class MergingTest {

  private final ScriptedObject server = new ScriptedObject();
  private final Changes changes = new Changes(server.object());

  private Merging merging() {
    return new Merging(
        server::resource,
        () -> server.isGone() ? null : server.read(),
        changes,
        (what, request) -> {
          server.asked.add(what);
          return request.get();
        });
  }

  private void wantBoth() {
    changes.result("open", TextNode.valueOf("yes"));
    changes.annotation("example.com/a", "1");
  }

  @Test
  void nothing_is_sent_where_nothing_differs() {
    assertThat(merging().write("u")).isEqualTo(server.object().path("metadata"));
    assertThat(server.sent).isEmpty();
  }

  @Test
  void the_status_goes_before_the_rest_and_both_say_which_object_they_mean() throws Exception {
    wantBoth();

    assertThat(merging().write("u")).isEqualTo(server.object().path("metadata"));
    assertThat(server.sent)
        .containsExactly(
            "status " + json("{'status':{'open':'yes'},'metadata':{'uid':'u'}}"),
            "main " + json("{'metadata':{'annotations':{'example.com/a':'1'},'uid':'u'}}"));
    assertThat(server.asked).containsExactly("status", "metadata");
  }

  @Test
  void after_a_conflict_the_edits_are_made_again_on_the_object_as_it_is_then() {
    changes.status(
        object -> {
          int count = object.path("status").path("count").asInt();
          object.withObject("/status").put("count", count + 1);
          return object;
        });
    server.before(
        1,
        () -> {
          server.edit(object -> object.withObject("/status").put("count", 41));
          throw new KubernetesClientException("somebody was faster", 409, null);
        });

    merging().write("u");
    assertThat(server.object().at("/status/count").asInt()).isEqualTo(42);
  }

  @Test
  void a_status_that_was_taken_is_not_sent_again_when_the_rest_meets_a_conflict() {
    wantBoth();
    server.fail(2, 409);

    merging().write("u");
    assertThat(server.asked).containsExactly("status", "metadata", "metadata");
  }

  @Test
  void an_object_that_is_another_by_now_is_left_alone() {
    wantBoth();
    server.fail(1, 409);
    server.goAway();

    assertThat(merging().write("u")).isNull();
    assertThat(server.asked).containsExactly("status");
  }

  @Test
  void conflicts_without_end_are_told_after_the_fifth() {
    wantBoth();
    for (int attempt = 1; attempt <= 5; attempt++) {
      server.fail(attempt, 409);
    }

    assertThatThrownBy(() -> merging().write("u"))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(409));
    assertThat(server.asked).hasSize(5);
  }

  @Test
  void an_edit_of_a_list_has_to_meet_the_object_that_it_was_made_on() {
    changes.main(
        object -> {
          object.withArray("/spec/list").add("mine");
          return object;
        });

    merging().write("u");
    assertThat(server.sent).singleElement().asString().contains("\"resourceVersion\":\"1\"");
  }

  @Test
  void a_refusal_is_final_unless_the_object_has_changed_meanwhile() {
    wantBoth();
    server.fail(1, 422);
    assertThatThrownBy(() -> merging().write("u")).isInstanceOf(KubernetesClientException.class);
    assertThat(server.asked).hasSize(1);

    server.before(
        2,
        () -> {
          server.edit(object -> object.withObject("/spec").put("n", 2));
          throw new KubernetesClientException("does not fit", 422, null);
        });
    merging().write("u");
    assertThat(server.asked).containsExactly("status", "status", "status", "metadata");
  }

  @Test
  void a_last_status_that_is_refused_does_not_keep_an_object_that_may_go() {
    wantBoth();
    changes.finalizer(false);
    server.fail(1, 422);

    assertThat(merging().write("u")).isNotNull();
    assertThat(server.asked).containsExactly("status", "metadata");
  }

  @Test
  void fields_that_the_server_does_not_keep_are_named() {
    changes.result("open", TextNode.valueOf("yes"));
    changes.result("shut", TextNode.valueOf("no"));
    server.forgets("shut");
    Merging merging = merging();
    merging.write("u");

    assertThat(merging.dropped()).containsExactly("status.shut");
  }

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
