package io.jopf.activity;

import io.jopf.handler.Durations;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ExecutableMethod;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A method to run.
 *
 * @param id its name
 * @param options what its annotation says
 * @param method what to call
 * @param bean what to call it on
 */
record Activity(
    String id,
    AnnotationValue<?> options,
    ExecutableMethod<Object, Object> method,
    Supplier<Object> bean) {

  @Nullable Object run() {
    return method.invoke(bean.get());
  }

  Duration timeout() {
    return Durations.parse(options.stringValue("timeout").orElse("5s"));
  }
}
