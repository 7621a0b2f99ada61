package io.jopf.filter;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectPredicate;

/**
 * A predicate with the class that it wants the object as.
 *
 * @param type a class of objects that can be made
 * @param predicate who is asked
 */
public record When(Class<? extends HasMetadata> type, ObjectPredicate<?> predicate) {

  @SuppressWarnings("unchecked") // the type is what the predicate was declared for
  boolean test(Object object) {
    return ((ObjectPredicate<HasMetadata>) predicate).test(type.cast(object));
  }
}
