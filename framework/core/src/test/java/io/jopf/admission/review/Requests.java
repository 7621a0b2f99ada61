package io.jopf.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.AdmissionRequest;
import io.jopf.Operation;
import io.jopf.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests about a config map. */
public final class Requests {

  private Requests() {}

  public static ConfigMap config(String key, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("map")
        .withNamespace("shop")
        .endMetadata()
        .withData(Map.of(key, value))
        .build();
  }

  public static AdmissionRequest creation(ConfigMap map) {
    return request(Operation.CREATE, null, map, "");
  }

  static AdmissionRequest update(ConfigMap before, ConfigMap after) {
    return request(Operation.UPDATE, before, after, "");
  }

  static AdmissionRequest deletion(ConfigMap map) {
    return request(Operation.DELETE, map, null, "");
  }

  static AdmissionRequest request(
      Operation operation,
      @Nullable ConfigMap before,
      @Nullable ConfigMap after,
      String subresource) {
    return new AdmissionRequest(
        "1234",
        operation,
        "configmaps",
        subresource,
        "shop",
        "map",
        false,
        AdmissionRequest.User.ANONYMOUS,
        node(after),
        node(before),
        NullNode.getInstance());
  }

  private static JsonNode node(@Nullable ConfigMap map) {
    return map == null ? NullNode.getInstance() : Json.tree(map);
  }
}
