package io.jopf.handler.check;

import io.jopf.handler.check.MethodDescription.Modifier;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ExecutableMethod;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * A method that the operator runs on its own behalf, as the rules see it.
 *
 * @param annotation the simple name of the annotation that says when
 * @param modifiers those that matter; empty where they are not known
 * @param id empty for the method's name
 * @param retries -1 for no limit, or where there is no such option
 * @param backoff empty for the default
 * @param timeout empty where there is no such option
 * @param parameters how many it has
 * @param result what it returns
 */
public record ActivityDescription(
    String annotation,
    Set<Modifier> modifiers,
    String id,
    int retries,
    String backoff,
    String timeout,
    int parameters,
    TypeDescription result) {

  /** Describes a method of a bean. */
  public static ActivityDescription of(
      ExecutableMethod<?, ?> method, Class<? extends Annotation> annotation) {
    return of(
        annotation.getName(),
        method,
        Set.of(),
        method.getArguments().length,
        Types.of(method.getReturnType().asArgument()));
  }

  /**
   * Describes any method.
   *
   * @param annotation the full name of one of its annotations
   */
  public static ActivityDescription of(
      String annotation,
      AnnotationMetadata method,
      Set<Modifier> modifiers,
      int parameters,
      TypeDescription result) {
    return new ActivityDescription(
        annotation.substring(annotation.lastIndexOf('.') + 1),
        modifiers,
        method.stringValue(annotation, "id").orElse(""),
        method.intValue(annotation, "retries").orElse(-1),
        method.stringValue(annotation, "backoff").orElse(""),
        method.stringValue(annotation, "timeout").orElse(""),
        parameters,
        result);
  }
}
