package io.jopf.handler.check;

import static io.jopf.handler.check.Described.KIND;
import static io.jopf.handler.check.Described.dependency;
import static io.jopf.handler.check.Described.method;
import static io.jopf.handler.check.Described.on;
import static io.jopf.handler.check.Described.parameter;
import static io.jopf.handler.check.Described.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.Diff;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Watched;
import io.jopf.handler.check.ParameterDescription.Mark;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterRulesTest {

  private static final MethodDescription CREATE = method("create", on("OnCreate"));
  private static final MethodDescription UPDATE = method("update", on("OnUpdate"));
  private static final MethodDescription LEVEL =
      with(
          method("level", on("Reconcile")),
          dependency("Owns", Pod.class),
          dependency("Watches", Secret.class));

  static List<Class<?>> plain() {
    return ParameterRules.PLAIN;
  }

  @ParameterizedTest
  @MethodSource("plain")
  void a_plain_argument_needs_nothing(Class<?> type) {
    assertThat(mistakes(CREATE, Argument.of(type))).isEmpty();
  }

  @Test
  void the_handled_kind_is_passed() {
    assertThat(mistakes(CREATE, Argument.of(ConfigMap.class))).isEmpty();
    assertThat(mistakes(CREATE, Argument.of(Patch.class, ConfigMap.class))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {Secret.class, HasMetadata.class})
  void another_kind_is_not(Class<?> type) {
    assertThat(mistakes(CREATE, Argument.of(type)))
        .singleElement()
        .asString()
        .contains("'it' of type " + type.getSimpleName(), "the class handles ConfigMap;");
  }

  @ParameterizedTest
  @ValueSource(classes = {String.class, int.class, Object.class, List.class, byte[].class})
  void what_nobody_can_pass_is_answered_with_what_can_be_had(Class<?> type) {
    assertThat(mistakes(UPDATE, Argument.of(type)))
        .singleElement()
        .asString()
        .startsWith("parameter 'it' of type " + type.getSimpleName() + ": nobody knows")
        .contains("a handler takes ConfigMap, ", "Reason, ", "Patch<ConfigMap>", "@Bindable");
  }

  @Test
  void a_binder_of_a_user_may_pass_anything() {
    assertThat(mistakes(CREATE, Argument.of(Locale.class), Mark.BINDABLE)).isEmpty();
    assertThat(mistakes(CREATE, Argument.of(int.class), Mark.BINDABLE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"OLD", "NEW"})
  void the_sides_of_a_change_have_any_type_that_can_be_null(Mark mark) {
    assertThat(mistakes(UPDATE, Argument.of(String.class), mark)).isEmpty();
    assertThat(mistakes(UPDATE, Argument.of(JsonNode.class), mark)).isEmpty();
    assertThat(mistakes(UPDATE, Argument.of(int[].class), mark)).isEmpty();
    assertThat(mistakes(UPDATE, Argument.of(Secret.class), mark)).isEmpty();
    assertThat(mistakes(UPDATE, Argument.of(int.class), mark))
        .singleElement()
        .asString()
        .endsWith("is null where the field is absent; use the boxed type");
  }

  @Test
  void a_change_is_known_to_updates_only() {
    for (MethodDescription method : List.of(CREATE, LEVEL, method("gone", on("OnDelete")))) {
      assertThat(mistakes(method, Argument.of(String.class), Mark.OLD))
          .containsExactly(
              "parameter 'it' of type String: @Old needs @OnUpdate or @OnField on the method");
      assertThat(mistakes(method, Argument.of(String.class), Mark.NEW))
          .containsExactly(
              "parameter 'it' of type String: @New needs @OnUpdate or @OnField on the method");
      assertThat(mistakes(method, Argument.of(Diff.class))).hasSize(1);
    }
    MethodDescription both = method("both", on("OnCreate"), on("OnUpdate"));
    assertThat(mistakes(both, Argument.of(Diff.class))).isEmpty();
    assertThat(mistakes(both, Argument.of(String.class), Mark.OLD)).isEmpty();
  }

  @Test
  void a_value_is_not_old_and_new() {
    assertThat(mistakes(UPDATE, Argument.of(String.class), Mark.OLD, Mark.NEW))
        .containsExactly("parameter 'it' of type String: it is either @Old or @New");
  }

  @Test
  void other_objects_come_from_what_the_method_declares() {
    assertThat(mistakes(LEVEL, Argument.of(Owned.class, Pod.class))).isEmpty();
    assertThat(mistakes(LEVEL, Argument.of(Watched.class, Secret.class))).isEmpty();
    assertThat(mistakes(LEVEL, Argument.of(Watched.class, Pod.class)))
        .containsExactly(
            "parameter 'it' of type Watched<Pod>: add @Watches(Pod.class) to the method");
    assertThat(mistakes(LEVEL, Argument.of(Owned.class, Secret.class)))
        .containsExactly(
            "parameter 'it' of type Owned<Secret>: add @Owns(Secret.class) to the method");
    assertThat(mistakes(CREATE, Argument.of(Owned.class, Pod.class)))
        .containsExactly(
            "parameter 'it' of type Owned<Pod>: needs @Reconcile and @Owns(Pod.class) on the"
                + " method");
  }

  @ParameterizedTest
  @ValueSource(classes = {Owned.class, Watched.class, Patch.class})
  void a_raw_type_is_refused(Class<?> type) {
    assertThat(mistakes(LEVEL, Argument.of(type))).hasSize(1);
    assertThat(mistakes(LEVEL, Argument.of(type, HasMetadata.class))).hasSize(1);
  }

  @Test
  void a_handler_changes_no_other_object() {
    assertThat(mistakes(UPDATE, Argument.of(Patch.class, Secret.class)))
        .containsExactly(
            "parameter 'it' of type Patch<Secret>: a handler changes its own object; write"
                + " Patch<ConfigMap>");
  }

  private static List<String> mistakes(MethodDescription method, Argument<?> type, Mark... marks) {
    return new ParameterRules(KIND, method, new IndexRules(KIND, List.of()))
        .mistakes(parameter("it", type, marks));
  }
}
