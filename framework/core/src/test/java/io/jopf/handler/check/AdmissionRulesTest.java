package io.jopf.handler.check;

import static io.jopf.handler.check.Described.KIND;
import static io.jopf.handler.check.Described.method;
import static io.jopf.handler.check.Described.on;
import static io.jopf.handler.check.Described.parameter;
import static io.jopf.handler.check.Described.returning;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.AdmissionRequest;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.Patch;
import io.jopf.Warnings;
import io.jopf.filter.FilterAttributes;
import io.jopf.handler.Effort;
import io.jopf.handler.Timing;
import io.jopf.handler.check.ParameterDescription.Mark;
import io.micronaut.core.type.Argument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionRulesTest {

  private static final MethodDescription VALIDATE = method("validate", on("OnValidate"));
  private static final MethodDescription MUTATE = method("mutate", on("OnMutate"));

  static List<Class<?>> plain() {
    return AdmissionRules.PLAIN;
  }

  @ParameterizedTest
  @MethodSource("plain")
  void a_plain_argument_needs_nothing(Class<?> type) {
    assertThat(mistakes(VALIDATE, Argument.of(type))).isEmpty();
    assertThat(mistakes(MUTATE, Argument.of(type))).isEmpty();
  }

  @Test
  void the_object_and_its_two_sides_are_passed() {
    assertThat(mistakes(VALIDATE, Argument.of(ConfigMap.class))).isEmpty();
    assertThat(mistakes(VALIDATE, Argument.of(String.class), Mark.OLD)).isEmpty();
    assertThat(mistakes(MUTATE, Argument.of(ConfigMap.class), Mark.NEW)).isEmpty();
    assertThat(mistakes(MUTATE, Argument.of(Patch.class, ConfigMap.class))).isEmpty();
    assertThat(mistakes(VALIDATE, Argument.of(int.class), Mark.BINDABLE)).isEmpty();
  }

  @Test
  void only_a_mutating_handler_changes_the_object_and_only_that() {
    assertThat(mistakes(VALIDATE, Argument.of(Patch.class, ConfigMap.class)))
        .containsExactly(
            "parameter 'it' of type Patch<ConfigMap>: only @OnMutate changes the object");
    assertThat(mistakes(MUTATE, Argument.of(Patch.class, Secret.class)))
        .containsExactly(
            "parameter 'it' of type Patch<Secret>: a handler changes its own object; write"
                + " Patch<ConfigMap>");
  }

  @ParameterizedTest
  @ValueSource(classes = {Children.class, Secret.class, String.class})
  void what_is_not_there_is_answered_with_what_is(Class<?> type) {
    assertThat(mistakes(VALIDATE, Argument.of(type)))
        .singleElement()
        .asString()
        .contains("of type " + type.getSimpleName() + ": not there while a request is reviewed;")
        .contains("ConfigMap, GenericKubernetesResource, AdmissionRequest, Warnings, Diff,");
  }

  @ParameterizedTest
  @ValueSource(classes = {AdmissionRequest.class, Warnings.class})
  void other_handlers_have_no_request(Class<?> type) {
    assertThat(mistakes(method("create", on("OnCreate")), Argument.of(type)))
        .containsExactly(
            "parameter 'it' of type "
                + type.getSimpleName()
                + ": only @OnValidate and @OnMutate answer requests");
  }

  @Test
  void a_request_that_carries_another_kind_has_no_typed_object() {
    for (AdmissionOptions options :
        List.of(
            new AdmissionOptions(List.of("CONNECT"), "exec"),
            new AdmissionOptions(null, "scale"),
            new AdmissionOptions(null, "*"))) {
      MethodDescription method = method("m", admission("OnValidate", options));
      assertThat(mistakes(method, Argument.of(ConfigMap.class)))
          .containsExactly(
              "parameter 'it' of type ConfigMap: the request does not carry the object itself;"
                  + " ask for GenericKubernetesResource or AdmissionRequest");
      assertThat(mistakes(method, Argument.of(Diff.class))).isEmpty();
    }
  }

  @Test
  void an_admission_handler_is_nothing_else_and_returns_nothing() {
    MethodDescription both = method("both", on("OnCreate"), on("OnValidate"));
    assertThat(MethodRules.mistakes(returning(both, Argument.of(String.class))))
        .containsExactly(
            "@OnCreate and @OnValidate on one method: an admission handler does nothing else; use"
                + " two methods",
            "returns String: an admission handler returns nothing; refuse with"
                + " AdmissionException, change the object through Patch in @OnMutate");
  }

  @Test
  void options_have_a_meaning_to_the_api_server() {
    assertThat(options("OnValidate", List.of(), "a/b", "31s"))
        .containsExactly(
            "@OnValidate(operations = {}): name at least one",
            "@OnValidate(subresource = \"a/b\"): name one such as status, or * for the object and"
                + " all of them",
            "@OnValidate(timeout = \"31s\"): the API server waits from 1s to 30s, whole seconds");
    assertThat(options("OnMutate", List.of("DELETE"), "", ""))
        .containsExactly(
            "@OnMutate(operations = DELETE): nothing is stored that could be changed; use"
                + " @OnValidate");
    assertThat(options("OnValidate", List.of("DELETE"), "status", "1500ms"))
        .containsExactly(
            "@OnValidate(timeout = \"1500ms\"): the API server waits from 1s to 30s, whole"
                + " seconds");
    assertThat(options("OnValidate", List.of("CONNECT"), "${s}", "${t}")).isEmpty();
    assertThat(options("OnMutate", null, "", "30s")).isEmpty();
  }

  private static List<String> options(
      String annotation, @Nullable List<String> operations, String subresource, String timeout) {
    Trigger trigger =
        new Trigger(
            annotation,
            "",
            -1,
            new Effort("", "", -1, timeout),
            Timing.NONE,
            List.of(),
            FilterAttributes.NONE,
            null,
            new AdmissionOptions(operations, subresource));
    return MethodRules.mistakes(method("m", trigger));
  }

  private static Trigger admission(String annotation, AdmissionOptions options) {
    return new Trigger(
        annotation,
        "",
        -1,
        Effort.DEFAULT,
        Timing.NONE,
        List.of(),
        FilterAttributes.NONE,
        null,
        options);
  }

  private static List<String> mistakes(MethodDescription method, Argument<?> type, Mark... marks) {
    return new ParameterRules(KIND, method, new IndexRules(KIND, List.of()))
        .mistakes(parameter("it", type, marks));
  }
}
