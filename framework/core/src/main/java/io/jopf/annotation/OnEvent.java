package io.jopf.annotation;

import io.jopf.ObjectPredicate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs for everything that the watch tells about an object, see {@link io.jopf.WatchEvent}: what is
 * there at the start, every change however small, the end. Before the other handlers, one event of
 * an object after the other. Nothing is stored and nothing repeated: an exception is logged. What
 * it returns and patches is written, which is an event again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface OnEvent {
  /** The handler's name: key of its result in {@code status.<id>}. Default: the method's name. */
  String id() default "";

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
