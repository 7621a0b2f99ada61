package io.jopf.annotation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ResourceMapper;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A kind that the handled objects depend on without owning it. Every change wakes those it
 * concerns, also one that a handler of the same operator has written; the handled kind itself can
 * be watched.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Watches.List.class)
public @interface Watches {
  /** The watched kind. */
  Class<? extends HasMetadata> value();

  /**
   * The bean that says which handled objects a change concerns. Default: all in the same namespace,
   * or all there are when the watched kind has no namespace.
   */
  Class<? extends ResourceMapper> mapper() default ResourceMapper.SameNamespace.class;

  /** Label selector for what is watched at all. Default: everything. */
  String labels() default "";

  /**
   * Dotted paths of fields that are not kept in memory, such as {@code spec.template} of Jobs:
   * handlers see the objects without them, and must not write back what they have read: it would
   * take the fields away. All who look at the kind with the same selector say the same. Default:
   * everything is kept but {@code metadata.managedFields}.
   */
  String[] omittedFields() default {};

  /** Several kinds. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single ones. */
    Watches[] value();
  }
}
