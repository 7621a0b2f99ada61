package io.jopf.filter;

import io.jopf.ObjectPredicate;
import io.micronaut.core.annotation.AnnotationValue;

/**
 * The attributes by which an annotation filters objects, as they are written. An attribute that an
 * annotation does not have counts as not given.
 *
 * @param labels a label selector; empty: any labels
 * @param annotations the same of annotations
 * @param field dotted path of a field; empty: the whole object
 * @param value an exact text or a constant of {@link io.jopf.annotation.FieldValue}; empty: any
 * @param oldValue the same of the value before a change
 * @param newValue the same of the value after a change
 * @param when name of a class of predicates; empty: none
 */
public record FilterAttributes(
    String labels,
    String annotations,
    String field,
    String value,
    String oldValue,
    String newValue,
    String when) {

  /** Nothing is given. */
  public static final FilterAttributes NONE = new FilterAttributes("", "", "", "", "", "", "");

  /** Those of any annotation. */
  public static FilterAttributes of(AnnotationValue<?> annotation) {
    String when = text(annotation, "when");
    return new FilterAttributes(
        text(annotation, "labels"),
        text(annotation, "annotations"),
        text(annotation, "field"),
        text(annotation, "value"),
        text(annotation, "oldValue"),
        text(annotation, "newValue"),
        when.equals(ObjectPredicate.Always.class.getName()) ? "" : when);
  }

  private static String text(AnnotationValue<?> annotation, String attribute) {
    return annotation.stringValue(attribute).orElse("");
  }
}
