package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * A condition on handled objects that no other filter can say: a bean, named by {@code when} of a
 * handler's annotation. Asked at most once per look at an object, after all other filters of the
 * handler have passed. Must be quick and depend on the object alone: no calls. An exception is no
 * answer: nothing runs for the object, which is looked at again later.
 *
 * @param <T> the handled kind, or {@code GenericKubernetesResource} or {@code HasMetadata} for any
 */
@FunctionalInterface
public interface ObjectPredicate<T extends HasMetadata> {

  /**
   * Whether the handler concerns the object.
   *
   * @param object a copy of its own
   */
  boolean test(T object);

  /** The default: every object. */
  final class Always implements ObjectPredicate<HasMetadata> {
    @Override
    public boolean test(HasMetadata object) {
      return true;
    }
  }
}
