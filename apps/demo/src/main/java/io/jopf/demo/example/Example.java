package io.jopf.demo.example;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.Map;

/**
 * One object of the examples.
 *
 * @param file its file, such as {@code jobflow/example}
 * @param title what to call it: its name, with the file's where the name alone is not unique
 * @param place number of the namespace it goes to, from 0
 * @param object as written
 */
public record Example(String file, String title, int place, HasMetadata object) {

  /** Its kind. */
  public String kind() {
    return object.getKind();
  }

  /** Its name. */
  public String name() {
    return object.getMetadata().getName();
  }

  /** Its spec as untyped values; empty for kinds that are not ours. */
  public Object spec() {
    Object spec =
        object instanceof GenericKubernetesResource generic
            ? generic.getAdditionalProperties().get("spec")
            : null;
    return spec == null ? Map.of() : spec;
  }

  /** Whether it lives in a namespace; objects of our own kinds do. */
  public boolean isNamespaced() {
    return object instanceof Namespaced || object instanceof GenericKubernetesResource;
  }
}
