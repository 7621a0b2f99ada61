package io.jopf.handler.check;

import io.micronaut.core.annotation.AnnotationValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options that only annotations of admission handlers have.
 *
 * @param operations names of those that are asked about; null where the annotation does not say
 * @param subresource empty for the object itself
 */
public record AdmissionOptions(@Nullable List<String> operations, String subresource) {

  static final AdmissionOptions NONE = new AdmissionOptions(null, "");

  static AdmissionOptions of(AnnotationValue<?> annotation) {
    return new AdmissionOptions(
        annotation.contains("operations") ? List.of(annotation.stringValues("operations")) : null,
        annotation.stringValue("subresource").orElse(""));
  }
}
