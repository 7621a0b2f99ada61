package io.jopf.handler.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.ResourceMapper;
import io.jopf.filter.FilterAttributes;
import io.jopf.handler.Effort;
import io.jopf.handler.Timing;
import io.jopf.handler.check.MethodDescription.Modifier;
import io.jopf.handler.check.ParameterDescription.Mark;
import io.micronaut.core.type.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Shortcuts to descriptions of handlers of config maps. */
final class Described {

  static final TypeDescription KIND = Types.of(ConfigMap.class);
  static final ParameterDescription OBJECT = parameter("map", Argument.of(ConfigMap.class));

  private Described() {}

  static ClassDescription type(MethodDescription... methods) {
    return type(KindAttributes.NONE, methods);
  }

  static ClassDescription type(KindAttributes attributes, MethodDescription... methods) {
    return new ClassDescription(Types.of(Described.class), KIND, attributes, List.of(methods));
  }

  static MethodDescription method(String name, Trigger... triggers) {
    return new MethodDescription(
        name, Set.of(), List.of(triggers), List.of(), List.of(OBJECT), Types.of(void.class));
  }

  static MethodDescription with(MethodDescription method, Modifier... modifiers) {
    return new MethodDescription(
        method.name(),
        Set.of(modifiers),
        method.triggers(),
        method.dependencies(),
        method.parameters(),
        method.result());
  }

  static MethodDescription with(MethodDescription method, Dependency... dependencies) {
    return new MethodDescription(
        method.name(),
        method.modifiers(),
        method.triggers(),
        List.of(dependencies),
        method.parameters(),
        method.result());
  }

  static MethodDescription with(MethodDescription method, ParameterDescription... parameters) {
    return new MethodDescription(
        method.name(),
        method.modifiers(),
        method.triggers(),
        method.dependencies(),
        List.of(parameters),
        method.result());
  }

  static MethodDescription returning(MethodDescription method, Argument<?> result) {
    return new MethodDescription(
        method.name(),
        method.modifiers(),
        method.triggers(),
        method.dependencies(),
        method.parameters(),
        Types.of(result));
  }

  static ParameterDescription parameter(String name, Argument<?> type, Mark... marks) {
    return new ParameterDescription(name, Types.of(type), Set.copyOf(Arrays.asList(marks)));
  }

  static Trigger on(String annotation) {
    return on(annotation, "");
  }

  static Trigger on(String annotation, String id) {
    return on(annotation, id, -1, Effort.DEFAULT);
  }

  static Trigger on(String annotation, String id, int retries, Effort effort) {
    return new Trigger(
        annotation, id, retries, effort, Timing.NONE, List.of(), FilterAttributes.NONE, null);
  }

  static Trigger on(String annotation, Timing timing) {
    return new Trigger(
        annotation, "", -1, Effort.DEFAULT, timing, List.of(), FilterAttributes.NONE, null);
  }

  static Trigger on(String annotation, FilterAttributes filter) {
    return new Trigger(annotation, "", -1, Effort.DEFAULT, Timing.NONE, List.of(), filter, null);
  }

  static Trigger after(String annotation, String id, String... others) {
    return new Trigger(
        annotation,
        id,
        -1,
        Effort.DEFAULT,
        Timing.NONE,
        List.of(others),
        FilterAttributes.NONE,
        null);
  }

  static FilterAttributes field(String path) {
    return new FilterAttributes("", "", path, "", "", "", "");
  }

  static Dependency dependency(String annotation, Class<?> kind) {
    return dependency(annotation, kind, "", ResourceMapper.SameNamespace.class);
  }

  static Dependency dependency(String annotation, Class<?> kind, String labels, Class<?> mapper) {
    return new Dependency(annotation, Types.of(kind), labels, List.of(), false, Types.of(mapper));
  }
}
