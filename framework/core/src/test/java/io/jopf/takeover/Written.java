package io.jopf.takeover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Objects of a real API server as a Kopf 1.45.2 operator left them. */
final class Written {

  static final String PREFIX = "kopf.zalando.org";
  static final String LAST_HANDLED = PREFIX + "/last-handled-configuration";
  static final String FINALIZER = PREFIX + "/KopfFinalizerMarker";

  private Written() {}

  static ObjectNode by(String name) {
    String file = "/takeover/" + name + ".json";
    try (InputStream text = Objects.requireNonNull(Written.class.getResourceAsStream(file), file)) {
      return (ObjectNode) Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> annotations(ObjectNode object) {
    return object.path("metadata").path("annotations").properties().stream()
        .map(Map.Entry::getKey)
        .toList();
  }

  static ObjectNode annotated(ObjectNode object, String name, String text) {
    object.withObject("/metadata/annotations").put(name, text);
    return object;
  }
}
