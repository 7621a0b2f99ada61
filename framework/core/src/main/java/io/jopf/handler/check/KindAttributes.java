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
 * @param omittedFields dotted paths
 */
public record KindAttributes(
    String labels, String fields, List<String> ignoredFields, List<String> omittedFields) {

  /** Nothing is said. */
  public static final KindAttributes NONE = new KindAttributes("", "", List.of(), List.of());

  /** Reads the annotation of a class. */
  public static KindAttributes of(AnnotationMetadata type) {
    return new KindAttributes(
        type.stringValue(Handlers.class, "labels").orElse(""),
        type.stringValue(Handlers.class, "fields").orElse(""),
        List.of(type.stringValues(Handlers.class, "ignoredFields")),
        List.of(type.stringValues(Handlers.class, "omittedFields")));
  }

  /** Whether changes of a field are ignored, itself or as part of another. */
  boolean ignores(String field) {
    return isPart(field, ignoredFields);
  }

  /** Whether a field is not kept, itself, as part of another, or in part. */
  boolean omits(String field) {
    return isPart(field, omittedFields)
        || omittedFields.stream().anyMatch(one -> one.startsWith(field + "."));
  }

  private static boolean isPart(String field, List<String> paths) {
    return paths.stream().anyMatch(one -> (field + ".").startsWith(one + "."));
  }
}
