package io.jopf.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs once when the operator stops, after the last handler has ended and its state is written. A
 * method of any bean, without parameters, in the reverse order of the start-up. A failure is logged
 * and stops nothing. Not called when the process is killed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ActivityMethod
public @interface OnCleanup {
  /** Its name in logs. Default: the method's name. */
  String id() default "";

  /** After how long it is interrupted and no longer waited for. Default: 5 s. */
  String timeout() default "5s";
}
