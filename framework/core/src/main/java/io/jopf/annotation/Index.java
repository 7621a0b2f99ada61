package io.jopf.annotation;

import io.jopf.ObjectPredicate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes each object for an in-memory index that other handlers look things up in, see {@link
 * io.jopf.Indexed}. Called for every state of every object, so it must be quick and depend on the
 * object alone.
 *
 * <p>A returned map gives the object's values by key; any other value is found under the object's
 * {@link io.jopf.ObjectKey}; null leaves what was there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface Index {
  /** The index's name. Default: the method's name. */
  String id() default "";

  /**
   * What an exception means: the values that were there stay (ignored, the default), or the object
   * is left out until another try (temporary) or until it changes (permanent).
   */
  ErrorMode errors() default ErrorMode.IGNORED;

  /** The pause before another try. Default: exponential from 1 s to 10 min, with jitter. */
  String backoff() default "";

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
