package io.jopf.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs once before the operator's first request to the API server. A method of any bean, without
 * parameters. One after the other: by {@code @Order} of the class, then by the class's name, then
 * as declared. When one fails for good the operator does not start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ActivityMethod
public @interface OnStartup {
  /** Its name in logs and messages. Default: the method's name. */
  String id() default "";

  /** How many attempts in all before the start fails; default 5; -1 means no limit. */
  int retries() default 5;

  /**
   * The pause before the next attempt, such as {@code 500ms}, {@code 20s}. Default: exponential
   * from 1 s to 10 min, with jitter; that is some 15 s for five attempts.
   */
  String backoff() default "";

  /** What an exception means that is neither temporary nor permanent by its type. */
  ErrorMode errors() default ErrorMode.TEMPORARY;
}
