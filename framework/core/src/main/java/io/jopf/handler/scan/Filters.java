package io.jopf.handler.scan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.filter.Filter;
import io.jopf.handler.Backoff;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ExecutableMethod;

/** Filters of methods that are not called for what happened to an object. */
public final class Filters {

  private Filters() {}

  /**
   * What an annotation with the attributes of a filter asks for.
   *
   * @param kind the handled kind
   * @throws io.jopf.handler.IllegalHandlerException if there is no bean of its predicate
   */
  public static Filter of(
      BeanContext beans,
      Class<? extends HasMetadata> kind,
      ExecutableMethod<?, ?> method,
      AnnotationValue<?> annotation) {
    return new MethodReader(beans, Backoff.EXPONENTIAL, kind, method).filter(annotation);
  }
}
