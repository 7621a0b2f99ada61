package io.jopf.handler.check;

import static io.jopf.handler.check.Described.OBJECT;
import static io.jopf.handler.check.Described.dependency;
import static io.jopf.handler.check.Described.method;
import static io.jopf.handler.check.Described.on;
import static io.jopf.handler.check.Described.parameter;
import static io.jopf.handler.check.Described.returning;
import static io.jopf.handler.check.Described.type;
import static io.jopf.handler.check.Described.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.jopf.ResourceMapper;
import io.jopf.handler.Effort;
import io.jopf.handler.check.MethodDescription.Modifier;
import io.micronaut.core.type.Argument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureRulesTest {

  private static final MethodDescription CREATE = method("create", on("OnCreate"));
  private static final MethodDescription LEVEL = method("level", on("Reconcile"));

  record Status(int ready) {}

  enum Phase {
    READY
  }

  @Test
  void a_problem_points_at_its_method_and_parameter() {
    MethodDescription second =
        with(
            method("second", on("OnDelete", "", 0, Effort.DEFAULT)),
            OBJECT,
            parameter("count", Argument.of(int.class)));

    assertThat(SignatureRules.problems(type(CREATE, second)))
        .extracting(Problem::method, Problem::parameter)
        .containsExactly(tuple(1, Problem.NONE), tuple(1, 1));
  }

  @Test
  void causes_may_share_a_method_and_level_style_may_not() {
    assertThat(messages(method("all", on("OnCreate"), on("OnResume"), on("OnUpdate")))).isEmpty();
    assertThat(messages(method("all", on("OnCreate"), on("Reconcile"))))
        .containsExactly(
            "@Reconcile and @OnCreate on one method: @Reconcile runs on any change already; use"
                + " two methods");
  }

  @ParameterizedTest
  @EnumSource(Modifier.class)
  void a_method_that_cannot_be_called_on_a_bean_is_refused(Modifier modifier) {
    assertThat(messages(with(CREATE, modifier))).hasSize(1);
  }

  @Test
  void deletions_may_be_handled_by_several() {
    assertThat(messages(method("first", on("OnDelete")), method("second", on("OnDelete"))))
        .isEmpty();
  }

  @Test
  void an_id_is_given_once() {
    assertThat(messages(CREATE, method("other", on("OnUpdate", "create"))))
        .containsExactly(
            "the id 'create' belongs to the method 'create' already; set id on one of the two");
  }

  @Test
  void a_class_without_handlers_is_refused() {
    assertThat(messages()).singleElement().asString().startsWith("@Handlers: no method handles");
  }

  @ParameterizedTest
  @ValueSource(classes = {HasMetadata.class, GenericKubernetesResource.class})
  void a_class_of_many_kinds_is_no_kind(Class<?> kind) {
    ClassDescription wrong =
        new ClassDescription(
            Types.of(Status.class),
            Types.of(kind),
            KindAttributes.NONE,
            List.of(with(CREATE, noParameters())));
    assertThat(SignatureRules.problems(wrong))
        .containsExactly(
            new Problem(
                Problem.NONE,
                Problem.NONE,
                "@Handlers(" + kind.getSimpleName() + ".class): name the model class of one kind"));
    assertThat(messages(with(LEVEL, dependency("Owns", kind))))
        .containsExactly(
            "@Owns(" + kind.getSimpleName() + ".class): name the model class of one kind");
  }

  @Test
  void only_level_style_is_woken_by_other_kinds() {
    assertThat(
            messages(with(LEVEL, dependency("Owns", Pod.class), dependency("Watches", Node.class))))
        .isEmpty();
    assertThat(messages(with(CREATE, dependency("Owns", Pod.class))))
        .containsExactly("@Owns(Pod.class): only a method with @Reconcile is woken");
  }

  @Test
  void labels_and_mapper_of_another_kind_are_checked() {
    assertThat(
            messages(with(LEVEL, dependency("Watches", Node.class, "a b", ResourceMapper.class))))
        .hasSize(2)
        .allMatch(
            message ->
                message.startsWith("@Watches(labels = \"a b\"): ")
                    || message.startsWith("@Watches(mapper = ResourceMapper.class): "));
  }

  @Test
  void a_placeholder_in_labels_is_left_to_the_running_operator() {
    assertThat(
            messages(
                with(
                    LEVEL,
                    dependency(
                        "Watches", Node.class, "${labels}", ResourceMapper.SameNamespace.class))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        void.class,
        Void.class,
        Object.class,
        Status.class,
        TreeMap.class,
        ObjectNode.class
      })
  void a_whole_status_is_an_object(Class<?> result) {
    assertThat(messages(returning(LEVEL, Argument.of(result)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        String.class,
        int.class,
        Boolean.class,
        Instant.class,
        Phase.class,
        List.class,
        Status[].class
      })
  void a_single_value_is_a_result_but_no_whole_status(Class<?> result) {
    assertThat(messages(returning(CREATE, Argument.of(result)))).isEmpty();
    assertThat(messages(returning(LEVEL, Argument.of(result))))
        .containsExactly(
            "returns "
                + result.getSimpleName()
                + ": what @Reconcile returns becomes the whole status; return an object or void");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CompletableFuture.class,
        Flow.Publisher.class,
        Optional.class,
        ConfigMap.class,
        Pod.class
      })
  void a_promise_or_a_kubernetes_object_is_no_result(Class<?> result) {
    assertThat(messages(returning(CREATE, Argument.of(result)))).hasSize(1);
    assertThat(messages(returning(LEVEL, Argument.of(result)))).hasSize(1);
  }

  @Test
  void a_map_is_a_result() {
    Argument<?> map = Argument.mapOf(String.class, Object.class);
    assertThat(messages(returning(CREATE, map), returning(LEVEL, map))).isEmpty();
    assertThat(Types.of(map))
        .hasToString("Map<String, Object>")
        .matches(type -> type.is(Map.class));
  }

  private static ParameterDescription[] noParameters() {
    return new ParameterDescription[0];
  }

  private static List<String> messages(MethodDescription... methods) {
    return SignatureRules.problems(type(methods)).stream().map(Problem::message).toList();
  }
}
