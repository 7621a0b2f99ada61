package io.jopf.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one text of a tree: fields in order, those that are null left out. As the mapper would write
 * the same as maps, without making them: what is stored in clusters was hashed that way.
 */
final class Sorted {

  private Sorted() {}

  static String text(JsonNode node) throws IOException {
    // a generator of bytes would write some characters otherwise
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = Json.MAPPER.createGenerator(text)) {
      write(node, out);
    }
    return text.toString();
  }

  private static void write(JsonNode node, JsonGenerator out) throws IOException {
    if (node instanceof ObjectNode object) {
      out.writeStartObject();
      Map<String, JsonNode> fields = new TreeMap<>();
      object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
        if (!field.getValue().isNull()) {
          out.writeFieldName(field.getKey());
          write(field.getValue(), out);
        }
      }
      out.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      out.writeStartArray();
      for (JsonNode item : array) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (node instanceof TextNode text) {
      out.writeString(text.textValue());
    } else if (node.isIntegralNumber() && node.canConvertToLong()) {
      out.writeNumber(node.longValue());
    } else {
      Json.MAPPER.writeValue(out, Json.MAPPER.treeToValue(node, Object.class));
    }
  }
}
