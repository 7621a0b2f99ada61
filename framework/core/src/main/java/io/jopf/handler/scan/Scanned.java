package io.jopf.handler.scan;

import io.jopf.handler.IllegalHandlerException;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ExecutableMethod;

/** What is said about a method that was read. */
final class Scanned {

  private Scanned() {}

  /**
   * The bean of a class that an annotation names.
   *
   * @param place the annotation with its attribute
   * @throws IllegalHandlerException if there is none
   */
  static <T> T bean(BeanContext beans, Class<T> type, ExecutableMethod<?, ?> method, String place) {
    return beans
        .findBean(type)
        .orElseThrow(
            () ->
                illegal(
                    method,
                    place + ": there is no bean of the class; give it a scope such as @Singleton"));
  }

  static String annotation(AnnotationValue<?> annotation) {
    String name = annotation.getAnnotationName();
    return "@" + name.substring(name.lastIndexOf('.') + 1);
  }

  static IllegalHandlerException illegal(ExecutableMethod<?, ?> method, String mistake) {
    return new IllegalHandlerException(
        method.getDeclaringType().getName() + "." + method.getMethodName() + ": " + mistake);
  }
}
