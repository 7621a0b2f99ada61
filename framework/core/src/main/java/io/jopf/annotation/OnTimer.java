package io.jopf.annotation;

import io.jopf.ObjectPredicate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs again and again for each object while it is there and not being deleted. A timer of an
 * object never overlaps itself; it may run beside other handlers of the object. Durations are
 * written such as {@code 500ms}, {@code 20s}, {@code 5m}, {@code 2h}. Nothing is stored: after a
 * restart every timer begins anew. What it returns lands in {@code status.<id>}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface OnTimer {
  /** The handler's name: key of its result in {@code status.<id>}. Default: the method's name. */
  String id() default "";

  /**
   * The time from the end of a run to the next. May be left out where {@link #idle} is given: then
   * it runs once after every change.
   */
  String interval() default "";

  /** Whether {@link #interval} is from beginning to beginning: runs keep to a fixed grid. */
  boolean sharp() default false;

  /**
   * How long spec, labels and annotations must have been unchanged before it runs. The operator's
   * start counts as a change.
   */
  String idle() default "";

  /** How long to wait before the first run. Default: not at all. */
  String initialDelay() default "";

  /**
   * Up to how much is added at random to {@link #initialDelay}. Default: for objects that are there
   * when the operator starts the interval, at most 1 min, so that they do not all run at once; for
   * later ones nothing.
   */
  String initialJitter() default "";

  /** What an exception means that is neither temporary nor permanent by its type. */
  ErrorMode errors() default ErrorMode.TEMPORARY;

  /** How many failures in a row end the timer of an object; -1, the default, means no limit. */
  int retries() default -1;

  /**
   * The pause after a failure, instead of the interval. Default: exponential from 1 s to 10 min,
   * with jitter.
   */
  String backoff() default "";

  /** The longest pause after a failure: pauses double until they reach it. Default: 10 min. */
  String maxBackoff() default "";

  /** By which part a pause may be shortened at random, from 0 to 1. Default: 0.2 unless fixed. */
  double jitter() default -1;

  /** How long one run may take before it is interrupted and counts as failed. Default: no limit. */
  String timeout() default "";

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
