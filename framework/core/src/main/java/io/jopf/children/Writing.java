package io.jopf.children;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.function.Supplier;

/** Makes the writes of one child: known as ours when their events come, and told of. */
@FunctionalInterface
interface Writing {

  /**
   * Makes one.
   *
   * @param verb for people, such as {@code apply}
   * @return the answer
   */
  GenericKubernetesResource write(String verb, Supplier<GenericKubernetesResource> request);
}
