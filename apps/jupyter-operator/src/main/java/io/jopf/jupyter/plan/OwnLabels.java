package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels that the operator puts on what it makes. */
public final class OwnLabels {

  static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Selects everything the operator makes. */
  public static final String SELECTOR = MANAGED_BY + "=jupyter-operator";

  /** On the Pod of a notebook: its name; what Deployment and Service select by. */
  public static final String POD_SELECTOR = "deployment";

  private OwnLabels() {}

  /** The mark that {@link #SELECTOR} finds. */
  public static Map<String, String> mark() {
    return Map.of(MANAGED_BY, "jupyter-operator");
  }

  /** Whether an object is one that {@link #SELECTOR} finds. */
  public static boolean areOn(HasMetadata object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels != null && labels.entrySet().containsAll(mark().entrySet());
  }

  static Map<String, String> of(String name, @Nullable Map<String, String> labelsOfNotebook) {
    Map<String, String> labels = new TreeMap<>();
    if (labelsOfNotebook != null) {
      labels.putAll(labelsOfNotebook);
    }
    labels.put("app", name);
    labels.putAll(mark());
    return Collections.unmodifiableMap(labels);
  }
}
