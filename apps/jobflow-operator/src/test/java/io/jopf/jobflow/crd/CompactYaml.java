package io.jopf.jobflow.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes YAML that is small and still readable and line by line comparable. */
final class CompactYaml {
  private static final int WIDTH = 120;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z$.][-A-Za-z0-9_./$]*");
  private static final Pattern SPECIAL =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|[.](inf|nan)|[.]");

  private CompactYaml() {}

  /** The document; what fits into a line is written in one. */
  static String write(JsonNode document) {
    StringBuilder out = new StringBuilder();
    map(out, document, 0);
    return out.toString();
  }

  private static void map(StringBuilder out, JsonNode node, int indent) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      out.append(" ".repeat(indent)).append(scalar(field.getKey())).append(':');
      value(out, field.getValue(), indent);
    }
  }

  private static void value(StringBuilder out, JsonNode node, int indent) {
    String line = flow(node);
    if (!node.isContainerNode() || node.isEmpty() || indent + line.length() <= WIDTH) {
      out.append(' ').append(line).append('\n');
    } else if (node.isObject()) {
      out.append('\n');
      map(out, node, indent + 1);
    } else {
      out.append('\n');
      for (JsonNode item : node) {
        String text = flow(item);
        if (!item.isObject() || indent + text.length() <= WIDTH) {
          out.append(" ".repeat(indent)).append("- ").append(text).append('\n');
        } else {
          int start = out.length();
          map(out, item, indent + 2);
          out.setCharAt(start + indent, '-');
        }
      }
    }
  }

  private static String flow(JsonNode node) {
    StringBuilder out = new StringBuilder();
    if (node.isObject()) {
      node.properties()
          .forEach(
              f -> next(out).append(scalar(f.getKey())).append(": ").append(flow(f.getValue())));
      return "{" + out + "}";
    }
    if (node.isArray()) {
      node.forEach(item -> next(out).append(flow(item)));
      return "[" + out + "]";
    }
    return node.isTextual() ? scalar(node.textValue()) : node.toString();
  }

  private static StringBuilder next(StringBuilder out) {
    return out.isEmpty() ? out : out.append(", ");
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches();
    return plain ? text : Yaml.tree(text).toString();
  }
}
