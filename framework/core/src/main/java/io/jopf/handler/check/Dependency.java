package io.jopf.handler.check;

import io.jopf.ResourceMapper;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Watches;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A kind whose changes wake the handled one.
 *
 * @param annotation the simple name of the annotation that says so
 * @param kind its model class
 * @param labels a label selector; empty for none
 * @param omittedFields dotted paths of the fields that are not kept
 * @param prune whether children that are not applied any more go
 * @param mapper who finds the handled objects; where it is not said for owned kinds, a class that
 *     is never asked
 */
public record Dependency(
    String annotation,
    TypeDescription kind,
    String labels,
    List<String> omittedFields,
    boolean prune,
    TypeDescription mapper) {

  /**
   * Those of a method, in the order of their declaration.
   *
   * @param types describes a class by its name
   */
  public static List<Dependency> of(
      AnnotationMetadata method, Function<String, TypeDescription> types) {
    List<Dependency> all = new ArrayList<>();
    method.getAnnotationValuesByType(Owns.class).forEach(one -> all.add(of("Owns", one, types)));
    method
        .getAnnotationValuesByType(Watches.class)
        .forEach(one -> all.add(of("Watches", one, types)));
    return List.copyOf(all);
  }

  private static Dependency of(
      String annotation, AnnotationValue<?> value, Function<String, TypeDescription> types) {
    return new Dependency(
        annotation,
        types.apply(value.stringValue().orElse("")),
        value.stringValue("labels").orElse(""),
        List.of(value.stringValues("omittedFields")),
        value.booleanValue("prune").orElse(false),
        types.apply(mapper(annotation, value)));
  }

  /** What stands for "the controller" in {@code @Owns} is no class of a bean. */
  private static String mapper(String annotation, AnnotationValue<?> value) {
    String controller = annotation.equals("Owns") ? ResourceMapper.class.getName() : "";
    return value
        .stringValue("mapper")
        .filter(name -> !name.equals(controller))
        .orElse(ResourceMapper.SameNamespace.class.getName());
  }
}
