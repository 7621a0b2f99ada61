package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a file.
 *
 * @param file as it was given
 * @param tree its values
 * @param values where each value begins, by path
 * @param keys where each key begins, by path
 */
record Document(
    String file, JsonNode tree, Map<String, Position> values, Map<String, Position> keys) {

  /** The path of a field in an object. */
  static String child(String path, String field) {
    boolean plain = !field.isEmpty() && field.chars().allMatch(Document::isPlain);
    String last = plain ? field : "['" + field + "']";
    return path.isEmpty() || !plain ? path + last : path + "." + last;
  }

  private static boolean isPlain(int letter) {
    return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_';
  }

  /** The path of an item in a list. */
  static String child(String path, int index) {
    return path + "[" + index + "]";
  }

  /** Where a value begins; if there is none, the nearest one around it. */
  Position at(String path) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      Position found = values.get(at);
      if (found != null) {
        return found;
      }
    }
    return values.getOrDefault("", Position.START);
  }

  /** Where a field's name begins, or its value if it has no name. */
  Position atKey(String path) {
    Position key = keys.get(path);
    return key != null ? key : at(path);
  }

  private static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? "" : path.substring(0, end);
  }

  String kind() {
    return tree.path("kind").asText();
  }

  /** The name, or the beginning of one that the server is to make; null if there is neither. */
  @Nullable String name() {
    JsonNode metadata = tree.path("metadata");
    String name = metadata.path("name").asText(metadata.path("generateName").asText());
    return name.isEmpty() ? null : name;
  }

  /** Empty if none is given. */
  String namespace() {
    return tree.path("metadata").path("namespace").asText();
  }

  /** Kind and name. */
  String object() {
    String name = name();
    return name == null ? kind() : kind() + "/" + name;
  }

  Finding error(String rule, Position at, String path, String message) {
    return finding(Severity.ERROR, rule, at, path, message);
  }

  Finding warning(String rule, Position at, String path, String message) {
    return finding(Severity.WARNING, rule, at, path, message);
  }

  private Finding finding(
      Severity severity, String rule, Position at, String path, String message) {
    return new Finding(severity, rule, file, at.line(), at.column(), object(), path, message);
  }
}
