package io.jopf.annotation;

import io.jopf.ObjectPredicate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs beside each object, on a thread of its own, for as long as it wants: until it returns, or
 * has to stop, which it learns from its {@link io.jopf.Stopped} argument. One that has returned
 * does not run again for the object in this process; nor does one that has failed for good.
 *
 * <p>A deletion waits until the daemons of the object have ended: every object that has one gets
 * the operator's finalizer. A daemon that has to stop is told at once, interrupted after {@link
 * #cancellationBackoff} and no longer waited for after {@link #cancellationTimeout} more.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface Daemon {
  /** The handler's name: key of its result in {@code status.<id>}. Default: the method's name. */
  String id() default "";

  /** How long to wait before it starts. Default: not at all. */
  String initialDelay() default "";

  /** How long it has for ending by itself before it is interrupted. Default: 5 s. */
  String cancellationBackoff() default "5s";

  /** How long it has for ending after that before it is given up with a warning. Default: 30 s. */
  String cancellationTimeout() default "30s";

  /** What an exception means that is neither temporary nor permanent by its type. */
  ErrorMode errors() default ErrorMode.TEMPORARY;

  /** How many failures end it for the object; -1, the default, means no limit. */
  int retries() default -1;

  /** The pause after a failure. Default: exponential from 1 s to 10 min, with jitter. */
  String backoff() default "";

  /** The longest pause after a failure: pauses double until they reach it. Default: 10 min. */
  String maxBackoff() default "";

  /** By which part a pause may be shortened at random, from 0 to 1. Default: 0.2 unless fixed. */
  double jitter() default -1;

  /** Label selector, such as {@code app=web,!legacy}, that objects have to match. Default: any. */
  String labels() default "";

  /** The same for annotations. */
  String annotations() default "";

  /** Dotted path of a field that has to be there, such as {@code spec.image}. Default: none. */
  String field() default "";

  /**
   * What the field has to be: an exact text or a constant of {@link FieldValue}. Default: present.
   */
  String value() default "";

  /** A bean that is asked when all else agrees. Default: none. */
  Class<? extends ObjectPredicate<?>> when() default ObjectPredicate.Always.class;
}
