package io.jopf.handler.check;

import io.jopf.annotation.HandlerMethod;
import io.jopf.handler.Effort;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An annotation that says when a method runs. Options that it does not have hold their default.
 *
 * @param annotation its simple name
 * @param id empty for the method's name
 * @param retries -1 for no limit
 * @param field empty for the whole object
 * @param effort how long and how often it tries
 */
public record Trigger(String annotation, String id, int retries, String field, Effort effort) {

  /** Those of a method, by name. */
  public static List<Trigger> of(AnnotationMetadata method) {
    List<Trigger> triggers = new ArrayList<>();
    for (String name : method.getAnnotationNamesByStereotype(HandlerMethod.class)) {
      AnnotationValue<?> annotation = method.getAnnotation(name);
      if (annotation != null) {
        triggers.add(
            new Trigger(
                name.substring(name.lastIndexOf('.') + 1),
                annotation.stringValue("id").orElse(""),
                annotation.intValue("retries").orElse(-1),
                annotation.stringValue("field").orElse(""),
                Effort.of(annotation)));
      }
    }
    triggers.sort(Comparator.comparing(Trigger::annotation));
    return List.copyOf(triggers);
  }
}
