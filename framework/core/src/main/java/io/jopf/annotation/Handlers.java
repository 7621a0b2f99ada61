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
}
