package io.jopf.children;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.jopf.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether somebody has touched a child, but for its status where that can be told apart.
 *
 * @param version its resourceVersion
 * @param content the same as long as only its status has changed; null if that cannot be seen,
 *     since the API server counts no generations of its kind
 */
record Shape(String version, @Nullable String content) {

  static Shape of(GenericKubernetesResource child) {
    ObjectMeta metadata = child.getMetadata();
    return new Shape(String.valueOf(metadata.getResourceVersion()), content(metadata));
  }

  private static @Nullable String content(ObjectMeta metadata) {
    if (metadata.getGeneration() == null || metadata.getGeneration() == 0) {
      return null;
    }
    // the generation counts changes of everything but status and metadata
    ObjectNode rest = Json.MAPPER.createObjectNode();
    rest.put("uid", metadata.getUid());
    rest.put("generation", metadata.getGeneration());
    rest.put("going", metadata.getDeletionTimestamp());
    rest.set("labels", Json.MAPPER.valueToTree(metadata.getLabels()));
    rest.set("annotations", Json.MAPPER.valueToTree(metadata.getAnnotations()));
    rest.set("finalizers", Json.MAPPER.valueToTree(metadata.getFinalizers()));
    rest.set("owners", Json.MAPPER.valueToTree(metadata.getOwnerReferences()));
    return Json.hash(rest);
  }

  /** Whether a child still is as this one was, as far as it can be asked for. */
  boolean isThatOf(@Nullable GenericKubernetesResource child) {
    if (child == null) {
      return false;
    }
    if (version.equals(String.valueOf(child.getMetadata().getResourceVersion()))) {
      return true;
    }
    // kinds without status have generations that count nothing
    return content != null
        && child.getAdditionalProperties().containsKey("status")
        && content.equals(content(child.getMetadata()));
  }
}
