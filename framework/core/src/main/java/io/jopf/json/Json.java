package io.jopf.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The mapper and the small questions one asks of a tree. */
public final class Json {

  /** Writes fields in order, leaves out what is null, reads and writes times as ISO-8601. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private static final int HASH_CHARS = 16;

  private Json() {}

  /**
   * The object as a tree of its own. Goes through text, so that equal numbers have equal nodes
   * whatever Java type they come from.
   */
  public static ObjectNode tree(Object object) {
    if (node(object) instanceof ObjectNode tree) {
      return tree;
    }
    throw new IllegalArgumentException(object.getClass() + " is not written as a JSON object");
  }

  /** Any value as a tree of its own, see {@link #tree}. */
  public static JsonNode node(Object value) {
    try {
      return MAPPER.readTree(MAPPER.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  /**
   * 64 bits of SHA-256 over the sorted text, as hex: enough to tell versions of one object apart.
   */
  public static String hash(JsonNode node) {
    try {
      byte[] text = Sorted.text(node).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot hash " + node.getNodeType(), e);
    }
  }

  /** The node at a path; {@code NullNode} where it leads nowhere. */
  public static JsonNode at(JsonNode node, List<String> path) {
    JsonNode current = node;
    for (String name : path) {
      current = current.path(name);
    }
    return current instanceof MissingNode ? NullNode.getInstance() : current;
  }
}
