package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.Reason;
import io.jopf.cause.Diffs;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Situation;
import io.jopf.handler.Due;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.KindOptions;
import io.jopf.handler.Selection;
import io.jopf.handler.Specs;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import io.jopf.takeover.KopfSettings.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KopfTakeoverTest {

  private static final HandlerSpec CREATE = Specs.handler("createFn", Reason.CREATE);
  private static final HandlerSpec UPDATE = Specs.handler("updateFn", Reason.UPDATE);
  private static final HandlerSpec DELETE = Specs.handler("deleteFn", Reason.DELETE);
  private static final HandlerSpec RESUME = Specs.handler("resumeFn", Reason.RESUME);
  private static final HandlerSpec WAIT = Specs.handler("waitFn", Reason.CREATE, Reason.UPDATE);

  private KopfSettings settings = KopfSettings.of(Mode.ADOPT);

  private Inheritance take(ObjectNode object, HandlerSpec... handlers) {
    return Taking.take(settings, object, handlers);
  }

  private static HandlerRecord known(Inheritance taken, String id) {
    return Objects.requireNonNull(taken.state().handlers().get(id), id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"settled", "secret", "replicaset", "resuming"})
  void what_kopf_has_handled_is_not_due(String name) {
    ObjectNode object = Written.by(name);

    Inheritance taken = take(object, CREATE, UPDATE);

    assertThat(taken.state().baseline())
        .isEqualTo(
            Situation.of(MergePatch.apply(object, taken.patch()), Taking.MARKS).essence().hash());
    assertThat(Taking.due(object, taken, CREATE, UPDATE).isSettled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "creating",
        "updating",
        "deleting",
        "settled",
        "resuming",
        "secret",
        "replicaset",
        "in-status"
      })
  void none_of_kopfs_marks_stays_but_the_finalizer_that_holds_a_deletion(String name) {
    ObjectNode object = Written.by(name);

    ObjectNode after = MergePatch.apply(object, take(object, CREATE, UPDATE, DELETE).patch());

    assertThat(Written.annotations(after)).noneMatch(one -> one.startsWith("kopf"));
    assertThat(after.path("status").path("kopf").isMissingNode()).isTrue();
    assertThat(after.path("spec")).isEqualTo(object.path("spec"));

    assertThat(after.path("metadata").path("finalizers").toString())
        .isEqualTo(
            switch (name) {
              case "creating" -> "[\"" + Taking.MARKS.finalizer() + "\"]";
              case "deleting" -> "[\"" + Written.FINALIZER + "\"]";
              default -> "";
            });
  }

  @Test
  void the_patch_is_for_this_version_of_this_object_only() {
    ObjectNode object = Written.by("settled");

    JsonNode metadata = take(object, CREATE).patch().path("metadata");

    assertThat(metadata.path("uid")).isEqualTo(object.at("/metadata/uid"));
    assertThat(metadata.path("resourceVersion")).isEqualTo(object.at("/metadata/resourceVersion"));
  }

  @Test
  void a_creation_goes_on_where_it_stopped() {
    ObjectNode object = Written.by("creating");
    HandlerSpec broken = Specs.handler("brokenFn", Reason.CREATE);

    Inheritance taken = take(object, CREATE, WAIT, broken);

    assertThat(taken.state().baseline()).isNull();
    assertThat(known(taken, "brokenFn").failure()).isEqualTo("never \"ever\"");
    assertThat(known(taken, "waitFn").attempts()).isEqualTo(3);
    Selection due = Taking.due(object, taken, CREATE, WAIT, broken);
    assertThat(due.due()).isEmpty();
    assertThat(due.waiting()).containsExactly("waitFn");
    assertThat(due.waitingUntil()).isEqualTo(Instant.parse("2026-11-21T14:37:12.212003Z"));
  }

  @Test
  void an_unfinished_handler_that_nobody_goes_on_with_is_named_once() {
    assertThat(take(Written.by("creating"), CREATE, WAIT).lost())
        .containsExactlyInAnyOrder(
            "field_fn.spec.template.spec.containers.very.long.path.of-MoagLA",
            "parent_fn",
            "parent_fn.two");
  }

  @Test
  void an_update_goes_on_with_the_difference_since_kopf_handled_the_object() {
    ObjectNode object = Written.by("updating");
    HandlerSpec done = Specs.handler("updateToo", Reason.UPDATE);
    HandlerSpec late = Specs.handler("late", Reason.UPDATE);

    Inheritance taken = take(object, CREATE, UPDATE, done, late, RESUME);

    Selection due = Taking.due(object, taken, CREATE, UPDATE, done, late);
    assertThat(due.due()).extracting(one -> one.handler().id()).containsExactly("late");
    assertThat(due.due().get(0).diff().items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.path()).isEqualTo(List.of("spec", "size"));
              assertThat(item.before().asInt()).isEqualTo(3);
              assertThat(item.after().asInt()).isEqualTo(4);
            });
    assertThat(due.waiting()).containsExactly("updateFn");
    assertThat(known(taken, "resumeFn").reason()).isEqualTo(Reason.RESUME);
    assertThat(known(taken, "resumeFn").attempts()).isEqualTo(1);
  }

  @Test
  void a_change_while_nobody_ran_is_an_update() {
    ObjectNode object = Written.by("settled");
    object.withObject("/spec").put("size", 5);

    List<Due> due = Taking.due(object, take(object, CREATE, UPDATE), CREATE, UPDATE).due();

    assertThat(due).singleElement().extracting(Due::reason).isEqualTo(Reason.UPDATE);
    assertThat(due.get(0).diff().items()).singleElement().hasToString(item("size", 3, 5));
  }

  private static String item(String field, int before, int after) {
    return Diffs.between(
            Json.tree(Map.of("spec", Map.of(field, before))),
            Json.tree(Map.of("spec", Map.of(field, after))))
        .items()
        .get(0)
        .toString();
  }

  @Test
  void who_has_resumed_an_object_does_not_again() {
    HandlerSpec too = Specs.handler("resumeToo", Reason.RESUME);

    Inheritance taken = take(Written.by("resuming"), RESUME, too);

    assertThat(taken.resumed()).containsExactly("resumeToo");
    assertThat(known(taken, "resumeFn").attempts()).isEqualTo(1);
    assertThat(taken.state().handlers()).doesNotContainKey("resumeToo");
  }

  @Test
  void a_deletion_goes_on_and_its_finalizer_is_ours() {
    ObjectNode object = Written.by("deleting");
    HandlerSpec done = Specs.handler("deletedToo", Reason.DELETE);

    Inheritance taken = take(object, CREATE, DELETE, done);

    Selection due = Taking.due(object, taken, CREATE, DELETE, done);
    assertThat(due.due()).isEmpty();
    assertThat(due.waiting()).containsExactly("deleteFn");
    assertThat(known(taken, "deleteFn").attempts()).isPositive();
  }

  @Test
  void progress_in_the_status_is_read_too() {
    ObjectNode object = Written.by("in-status");

    Inheritance taken = take(object, CREATE, UPDATE);

    assertThat(known(taken, "updateFn").attempts()).isEqualTo(1);
    assertThat(Taking.due(object, taken, CREATE, UPDATE).waiting()).containsExactly("updateFn");
  }

  @Test
  void a_prefix_of_its_own_is_found_when_it_is_named() {
    String prefix = "a-long-operator-name-of-someone.example.com";
    settings = new KopfSettings(Mode.ADOPT, List.of(prefix), prefix + "/finalizer", null, null);
    ObjectNode object =
        Written.annotated(Written.by("prefixed"), prefix + "/setting-of-a-user", "on");

    Inheritance taken = take(object, CREATE, WAIT);

    ObjectNode after = MergePatch.apply(object, taken.patch());
    assertThat(Written.annotations(after))
        .containsExactlyInAnyOrder("note", prefix + "/setting-of-a-user", Taking.MARKS.state());
    assertThat(after.at("/metadata/finalizers")).isEmpty();
    assertThat(Taking.due(object, taken, CREATE, WAIT).waiting()).containsExactly("waitFn");
  }

  @Test
  void what_kopf_did_not_look_at_has_not_changed() {
    settings =
        new KopfSettings(
            Mode.ADOPT,
            settings.prefixes(),
            settings.finalizer(),
            null,
            List.of("spec.deeper.field", "spec.absent.field"));
    ObjectNode object = Written.by("settled");
    object.withObject("/spec/deeper").put("field", 1);
    Written.annotated(object, Written.PREFIX + "/of-a-user", "x");

    assertThat(Taking.due(object, take(object, UPDATE), UPDATE).isSettled()).isTrue();
  }

  @Test
  void handlers_with_other_names_are_told_by_the_setting() {
    settings =
        new KopfSettings(
            Mode.ADOPT,
            settings.prefixes(),
            settings.finalizer(),
            List.of("create_fn = welcome", "wait_fn=patience"),
            null);
    ObjectNode object = Written.by("creating");
    HandlerSpec welcome = Specs.handler("welcome", Reason.CREATE);
    HandlerSpec patience = Specs.handler("patience", Reason.CREATE);

    Selection due = Taking.due(object, take(object, welcome, patience), welcome, patience);

    assertThat(due.due()).isEmpty();
    assertThat(due.waiting()).containsExactly("patience");
  }

  @Test
  void a_setting_that_names_no_handler_is_refused() {
    KopfSettings wrong =
        new KopfSettings(Mode.ADOPT, List.of(), "", List.of("create_fn=wellcome"), null);
    KopfSettings broken = new KopfSettings(Mode.ADOPT, List.of(), "", List.of("create_fn"), null);

    assertThatThrownBy(() -> KopfTakeover.check(wrong, Set.of("welcome")))
        .hasMessage(
            "jopf.takeover.kopf.handlers names 'wellcome', which is no handler: there are"
                + " [welcome]");
    assertThatThrownBy(() -> KopfTakeover.check(broken, Set.of("welcome")))
        .hasMessage("jopf.takeover.kopf.handlers says 'create_fn', which is not 'kopf-id=id'");
  }

  @Test
  void a_finalizer_alone_is_replaced_and_nothing_counts_as_handled() {
    ObjectNode object = Written.by("creating");
    ((ObjectNode) object.path("metadata")).remove("annotations");

    Inheritance taken = take(object, CREATE, DELETE);

    assertThat(taken.state()).isEqualTo(HandlingState.NONE);
    assertThat(taken.patch().at("/metadata/finalizers/0").asText())
        .isEqualTo(Taking.MARKS.finalizer());
    assertThat(taken.patch().at("/metadata/annotations").isMissingNode()).isTrue();
  }

  @Test
  void an_object_without_kopfs_marks_brings_nothing() {
    ObjectNode object = Written.by("settled");
    ((ObjectNode) object.path("metadata")).remove("annotations");
    HandledKind kind =
        new HandledKind(
            ConfigMap.class, List.of(CREATE), List.of(), List.of(), List.of(), KindOptions.DEFAULT);

    assertThat(new KopfTakeover(settings, Taking.MARKS, kind).of(object, Taking.NOW)).isEmpty();
    assertThat(new KopfTakeover(settings, Taking.MARKS, kind).isKopfs(object)).isFalse();
  }

  @Test
  void a_last_handled_state_that_cannot_be_read_is_named() {
    ObjectNode object = Written.annotated(Written.by("settled"), Written.LAST_HANDLED, "{");

    assertThatThrownBy(() -> take(object, CREATE))
        .hasMessageContaining("annotation " + Written.LAST_HANDLED + " is no JSON object");
  }

  @Test
  void data_of_a_secret_is_not_remembered() {
    Inheritance taken = take(Written.by("secret"), CREATE);

    assertThat(taken.patch().toString()).doesNotContain("aHVudGVyMg==");
    assertThat(taken.state().essences()).isNotEmpty();
  }

  @Test
  void kopfs_marks_are_never_essence() {
    ObjectNode object = Written.by("prefixed");
    ObjectNode bare = object.deepCopy();
    ((ObjectNode) bare.path("metadata")).putObject("annotations");
    bare.withObject("/metadata/annotations").set("note", object.at("/metadata/annotations/note"));

    assertThat(Essence.of(object)).isEqualTo(Essence.of(bare));
  }
}
