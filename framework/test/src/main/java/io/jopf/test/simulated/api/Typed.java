package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;

/** Between fabric8's classes and JSON. */
final class Typed {

  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private Typed() {}

  static String json(Object object) {
    return SERIALIZATION.asJson(object);
  }

  static ObjectNode node(Object object) {
    return Json.parseObject(json(object));
  }

  static <T> T as(Class<T> type, ObjectNode node) {
    return SERIALIZATION.unmarshal(node.toString(), type);
  }

  /** JSON of a body that may be YAML. */
  static ObjectNode body(String text) {
    return text.stripLeading().startsWith("{")
        ? Json.parseObject(text)
        : Json.parseObject(json(SERIALIZATION.unmarshal(text, Map.class)));
  }
}
