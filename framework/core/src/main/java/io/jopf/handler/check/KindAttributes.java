package io.jopf.handler.check;

import io.jopf.annotation.Handlers;
import io.micronaut.core.annotation.AnnotationMetadata;
import java.util.List;

/**
 * What {@code @Handlers} says besides the kind.
 *
 * @param labels a label selector; empty for none
 * @param fields a field selector; empty for none
 * @param ignoredFields dotted paths
 */
public record KindAttributes(String labels, String fields, List<String> ignoredFields) {

  /** Nothing is said. */
  public static final KindAttributes NONE = new KindAttributes("", "", List.of());

  /** Reads the annotation of a class. */
  public static KindAttributes of(AnnotationMetadata type) {
    return new KindAttributes(
        type.stringValue(Handlers.class, "labels").orElse(""),
        type.stringValue(Handlers.class, "fields").orElse(""),
        List.of(type.stringValues(Handlers.class, "ignoredFields")));
  }

  /** Whether changes of a field are ignored, itself or as part of another. */
  boolean ignores(String field) {
    return ignoredFields.stream().anyMatch(one -> (field + ".").startsWith(one + "."));
  }
}
