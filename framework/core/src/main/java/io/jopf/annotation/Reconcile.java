package io.jopf.annotation;

import io.jopf.ObjectPredicate;
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
   * The pause before the next attempt after a failure, such as {@code 20s}; with {@link
   * #maxBackoff} only the first one. Default: doubling from 1 s to 10 min, with jitter; set for all
   * handlers by {@code jopf.backoff.first}, {@code .max} and {@code .jitter}.
   */
  String backoff() default "";

  /** The longest pause: pauses double until they reach it. Default: see {@link #backoff}. */
  String maxBackoff() default "";

  /**
   * By which part a pause may be shortened at random, from 0 to 1, so that many objects do not come
   * back together. Default, -1: 0 for a fixed {@link #backoff}, otherwise 0.2.
   */
  double jitter() default -1;

  /**
   * How long one run may take, such as {@code 30s}: then it is interrupted, and tried again after
   * its back-off. Default: no limit.
   */
  String timeout() default "";

  /**
   * How long after a run it runs again though nothing has changed, such as {@code 10m}, shortened
   * by up to a fifth at random so that objects do not come all at once. Default: never.
   */
  String resync() default "";

  /**
   * Ids of other {@code @Reconcile} methods of the class that have to succeed in the same look at
   * the object before this one runs. Default: none.
   */
  String[] after() default {};

  /** Whether it also runs while the object is being deleted. Default: false. */
  boolean whileDeleting() default false;

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
