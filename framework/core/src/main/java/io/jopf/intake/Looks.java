package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** Makes looks. */
@FunctionalInterface
public interface Looks {

  /** A fresh copy of an object as some class of Kubernetes objects. */
  <T> T typed(GenericKubernetesResource object, Class<T> type);

  /** A look at an object. */
  default Look at(GenericKubernetesResource object) {
    return new Look(object, this);
  }
}
