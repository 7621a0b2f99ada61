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
 * A kind of children: changes of objects whose controller is the handled object wake it, unless a
 * mapper says otherwise. Where no handler of the kind asks to see children, as with {@link
 * io.jopf.Owned}, what a handler has just applied itself does not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Owns.List.class)
public @interface Owns {
  /** The children's kind. */
  Class<? extends HasMetadata> value();

  /** Label selector for what is watched at all, such as {@code app=x}. Default: everything. */
  String labels() default "";

  /**
   * Dotted paths of fields that are not kept in memory, such as {@code spec.template} of Jobs:
   * handlers see the objects without them, and must not write back what they have read: it would
   * take the fields away. All who look at the kind with the same selector say the same. Default:
   * everything is kept but {@code metadata.managedFields}.
   */
  String[] omittedFields() default {};

  /**
   * Whether children of this kind that the handler has applied earlier, but does not apply any
   * more, are deleted once it has run successfully. Children that it creates, and those of other
   * handlers, stay. Default: all stay.
   */
  boolean prune() default false;

  /**
   * The bean that is asked, instead, which handled objects a change concerns: for one that takes
   * note of changes itself and has the handler run later. Default: the child's controller.
   */
  Class<? extends ResourceMapper> mapper() default ResourceMapper.class;

  /** Several kinds. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single ones. */
    Owns[] value();
  }
}
