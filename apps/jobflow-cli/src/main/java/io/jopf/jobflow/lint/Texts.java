package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds texts in a tree. */
final class Texts {

  private Texts() {}

  /** Path of the first text that contains a part. */
  static Optional<String> find(JsonNode tree, String path, String part) {
    return find(tree, path, (String text) -> text.contains(part));
  }

  /** Path of the first text that is just that. */
  static Optional<String> whole(JsonNode tree, String path, String text) {
    return find(tree, path, text::equals);
  }

  private static Optional<String> find(JsonNode tree, String path, Predicate<String> wanted) {
    if (tree.isTextual()) {
      return wanted.test(tree.asText()) ? Optional.of(path) : Optional.empty();
    }
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      Optional<String> found = find(field.getValue(), Document.child(path, field.getKey()), wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    for (int i = 0; tree.isArray() && i < tree.size(); i++) {
      Optional<String> found = find(tree.get(i), Document.child(path, i), wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
