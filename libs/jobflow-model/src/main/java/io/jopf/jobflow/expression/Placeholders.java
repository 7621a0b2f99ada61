package io.jopf.jobflow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills placeholders in. */
public final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("(\\$?)\\$\\{([A-Za-z][-\\w.]*)}");

  private Placeholders() {}

  /**
   * A text with every placeholder replaced.
   *
   * @throws ExpressionException for one that stands for nothing
   */
  public static String fill(String text, Names names) {
    if (text.indexOf("${") < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    Matcher found = PLACEHOLDER.matcher(text);
    while (found.find()) {
      String name = found.group(2);
      String whole = found.group();
      String value = whole;
      if (names.claims(name)) {
        value = found.group(1).isEmpty() ? names.get(name) : whole.substring(1);
      }
      found.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return found.appendTail(filled).toString();
  }

  /** The same for every text in a tree, which is changed; keys stay. */
  public static JsonNode fill(JsonNode tree, Names names) {
    if (tree instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        object.set(entry.getKey(), fill(entry.getValue(), names));
      }
    } else if (tree instanceof ArrayNode array) {
      List<JsonNode> filled = new ArrayList<>();
      array.forEach(node -> filled.add(fill(node, names)));
      array.removeAll().addAll(filled);
    } else if (tree instanceof TextNode text) {
      return TextNode.valueOf(fill(text.asText(), names));
    }
    return tree;
  }
}
