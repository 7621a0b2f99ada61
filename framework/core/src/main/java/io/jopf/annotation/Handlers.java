package io.jopf.annotation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.DefaultScope;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a bean whose annotated methods handle the objects of one Kubernetes kind. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Bean
@DefaultScope(Singleton.class)
public @interface Handlers {
  /** The kind, as its fabric8 model class: a built-in one or a {@code CustomResource}. */
  Class<? extends HasMetadata> value();

  /**
   * Label selector that the API server is asked with, such as {@code app=web}: other objects do not
   * exist for the operator. One that leaves the selection while the operator runs is released: our
   * finalizer and state are taken off, no handler is called. One that leaves it while the operator
   * is down keeps both. All classes of a kind say the same. Default: all objects; what the filters
   * of the handlers do not match is left alone anyway.
   */
  String labels() default "";

  /** Field selector, such as {@code metadata.namespace!=kube-system}; like {@link #labels}. */
  String fields() default "";

  /**
   * Dotted paths of fields whose changes concern no handler of the kind, whichever class names
   * them, such as {@code spec.replicas} where an autoscaler writes it.
   */
  String[] ignoredFields() default {};

  /**
   * Dotted paths of fields that are not kept in memory, such as {@code status.images} of Nodes:
   * handlers see the objects without them. Not for kinds with handlers of causes, which are told
   * what has changed; fields of the status not beside {@code @Reconcile}, which compares it. The
   * idle time of timers takes no notice of them. All classes of a kind, and all who own or watch it
   * with the same selector, say the same. Default: everything is kept but {@code
   * metadata.managedFields}.
   */
  String[] omittedFields() default {};
}
