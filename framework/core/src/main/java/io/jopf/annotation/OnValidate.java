package io.jopf.annotation;

import io.jopf.ObjectPredicate;
import io.jopf.Operation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Is asked by the API server before a request is carried out, and refuses it by throwing {@link
 * io.jopf.AdmissionException}. An update that leaves all alone that users ask for (such as one of
 * finalizers or of an operator's own annotations) is never refused: it is not asked about.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@HandlerMethod
public @interface OnValidate {
  /** The handler's name, part of the webhook's. Default: the method's name. */
  String id() default "";

  /** The operations to be asked about. */
  Operation[] operations() default {Operation.CREATE, Operation.UPDATE, Operation.DELETE};

  /**
   * The subresource to be asked about, such as {@code status} or {@code scale}; {@code *} for the
   * object and all of them. Default: the object alone.
   */
  String subresource() default "";

  /**
   * Label selector, such as {@code app=web,!legacy}, that the object has to match before or after.
   * Default: any.
   */
  String labels() default "";

  /** The same for annotations. */
  String annotations() default "";

  /**
   * Dotted path of a field, such as {@code spec.image}: only creations and deletions of an object
   * that has it, and updates that change it, concern the handler. Default: the whole object.
   */
  String field() default "";

  /**
   * What the field has to be before or after the change: an exact text or a constant of {@link
   * FieldValue}. Default: anything.
   */
  String value() default "";

  /** What the field has to be before the change, if that is what matters. Default: anything. */
  String oldValue() default "";

  /** What the field has to be after the change, if that is what matters. Default: anything. */
  String newValue() default "";

  /** A bean that is asked when all else agrees. Default: none. */
  Class<? extends ObjectPredicate<?>> when() default ObjectPredicate.Always.class;

  /** What becomes of requests while the operator cannot be reached or takes too long. */
  FailurePolicy failurePolicy() default FailurePolicy.FAIL;

  /**
   * Whether the handler changes anything outside the request. If so it has to leave that when
   * {@link io.jopf.AdmissionRequest#dryRun()} says that nothing will be stored.
   */
  boolean sideEffects() default false;

  /** How long the API server waits for the answer, from 1 s to 30 s. */
  String timeout() default "10s";

  /**
   * Whether requests are still sent here, and so fail by {@link #failurePolicy()}, after the last
   * replica of the operator was stopped. Default: they are carried out then.
   */
  boolean persistent() default false;
}
