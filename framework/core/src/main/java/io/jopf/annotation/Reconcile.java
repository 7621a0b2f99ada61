package io.jopf.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Level style: runs on any change of the object, of what it {@link Owns} or {@link Watches}, and
 * after a start. Nothing is stored about it. What it returns becomes the object's status as a
 * whole.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface Reconcile {
  /** The handler's name in logs, events and metrics. Default: the method's name. */
  String id() default "";

  /**
   * The pause before the next attempt after a failure, such as {@code 20s}. Default: exponential
   * from 1 s to 10 min, with jitter.
   */
  String backoff() default "";

  /** Whether it also runs while the object is being deleted. Default: false. */
  boolean whileDeleting() default false;
}
