package io.jopf.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs when what an object asks for has changed since this handler last saw it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface OnUpdate {
  /**
   * The handler's name: key of its progress and of its result in {@code status.<id>}. Default: the
   * method's name. Renaming it forgets both.
   */
  String id() default "";

  /** How many attempts in all before the failure is final; -1, the default, means no limit. */
  int retries() default -1;

  /**
   * The pause before the next attempt, such as {@code 500ms}, {@code 20s}, {@code 5m}. Default:
   * exponential from 1 s to 10 min, with jitter.
   */
  String backoff() default "";

  /** What an exception means that is neither temporary nor permanent by its type. */
  ErrorMode errors() default ErrorMode.TEMPORARY;

  /** Dotted path of the field to look at, such as {@code spec.image}; default: the whole object. */
  String field() default "";
}
