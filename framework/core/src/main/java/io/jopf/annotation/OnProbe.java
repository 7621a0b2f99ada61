package io.jopf.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells whether the operator is alive, as a part of the liveness endpoint. A method of any bean,
 * without parameters. An exception or {@code false} means no; any other value is shown with the
 * answer. An answer holds for 10 s, and never more than one call is under way.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ActivityMethod
public @interface OnProbe {
  /** Its name in the endpoint's answer. Default: the method's name. */
  String id() default "";

  /** After how long without an answer it is interrupted and counts as failed. Default: 5 s. */
  String timeout() default "5s";
}
