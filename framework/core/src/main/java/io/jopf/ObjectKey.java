package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Where an object lives.
 *
 * @param namespace its namespace; empty for kinds without one
 * @param name its name
 */
public record ObjectKey(String namespace, String name) {

  /** The key of an object that has a name. */
  public static ObjectKey of(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    return new ObjectKey(namespace == null ? "" : namespace, object.getMetadata().getName());
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
