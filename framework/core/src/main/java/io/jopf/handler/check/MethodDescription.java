package io.jopf.handler.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A handler method, as the rules see it.
 *
 * @param name its name
 * @param modifiers those that matter; empty where they are not known
 * @param triggers the annotations that say when it runs
 * @param dependencies the kinds that wake it besides its own
 * @param parameters what it wants to know
 * @param result what it returns
 */
public record MethodDescription(
    String name,
    Set<Modifier> modifiers,
    List<Trigger> triggers,
    List<Dependency> dependencies,
    List<ParameterDescription> parameters,
    TypeDescription result) {

  /** A modifier that a handler must not have. */
  public enum Modifier {
    /** The framework may not call it. */
    PRIVATE,
    /** It belongs to no bean. */
    STATIC,
    /** There is nothing to call. */
    ABSTRACT
  }

  boolean runsOn(String annotation) {
    return triggers.stream().anyMatch(trigger -> trigger.annotation().equals(annotation));
  }

  boolean dependsOn(String annotation, TypeDescription kind) {
    return dependencies.stream()
        .anyMatch(
            one -> one.annotation().equals(annotation) && one.kind().name().equals(kind.name()));
  }

  /**
   * The ids that stored state, status and logs will know it by: one for every field with a handler
   * of its own, and one for all other triggers.
   */
  List<String> ids() {
    List<Trigger> others = triggers.stream().filter(one -> !one.isOfField()).toList();
    Stream<String> common =
        others.isEmpty()
            ? Stream.empty()
            : Stream.of(
                others.stream()
                    .map(Trigger::id)
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .orElse(name));
    Stream<String> fields = triggers.stream().filter(Trigger::isOfField).map(one -> one.idOn(name));
    return Stream.concat(common, fields).toList();
  }
}
