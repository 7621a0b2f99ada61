package io.jopf.annotation;

import io.jopf.ObjectPredicate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs when an object is going to be deleted, and holds the deletion until it is done, unless it is
 * {@link #optional()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface OnDelete {
  /**
   * The handler's name: key of its progress and of its result in {@code status.<id>}. Default: the
   * method's name. Renaming it forgets both.
   */
  String id() default "";

  /** How many attempts in all before the failure is final; -1, the default, means no limit. */
  int retries() default -1;

  /**
   * The pause before the next attempt, such as {@code 500ms}, {@code 20s}, {@code 5m}; with {@link
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
   * How long all attempts together may take, from the beginning of the first one, pauses and
   * downtime included, such as {@code 30s}: a running handler is then interrupted, no attempt
   * begins later, and the failure is final. Default: no limit.
   */
  String timeout() default "";

  /**
   * Ids of handlers of the class, for the same reason, that have to succeed first; what they did is
   * stored before this one begins. If one fails for good, this one is skipped and counts as failed.
   * Default: none.
   */
  String[] after() default {};

  /** What an exception means that is neither temporary nor permanent by its type. */
  ErrorMode errors() default ErrorMode.TEMPORARY;

  /**
   * Whether the deletion may happen without this handler. The default, false, puts a finalizer on
   * every object that the filters match. Where all delete handlers that match an object are
   * optional there is none: they run once, without retries, when an object that this process has
   * looked at has gone.
   */
  boolean optional() default false;

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
