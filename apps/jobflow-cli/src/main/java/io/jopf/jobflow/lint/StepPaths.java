package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the steps of a flow stand in their document. */
final class StepPaths {
  private final String base;
  private final JsonNode spec;
  private final Map<String, String> first = new LinkedHashMap<>();
  private final Map<String, String> second = new LinkedHashMap<>();
  private final Map<String, JsonNode> trees = new LinkedHashMap<>();

  /**
   * Looks at all steps.
   *
   * @param base path of the flow's spec
   * @param spec the flow's spec
   */
  StepPaths(String base, JsonNode spec) {
    this.base = base;
    this.spec = spec;
    for (String list : List.of("flows", "finally")) {
      for (int i = 0; i < spec.path(list).size(); i++) {
        JsonNode step = spec.path(list).get(i);
        String name = step.path("name").asText();
        String path = Document.child(Document.child(base, list), i);
        if (first.putIfAbsent(name, path) != null) {
          second.putIfAbsent(name, path);
        } else {
          trees.put(name, step);
        }
      }
    }
  }

  /** Path of a step, whatever turn of it is meant; the error handler if it is none. */
  String of(String step) {
    String path = first.get(step);
    int turn = step.lastIndexOf('-');
    if (path == null && turn > 0) {
      path = first.get(step.substring(0, turn));
    }
    if (path == null) {
      String handler = spec.has("errorHandler") ? "errorHandler" : "ErrorHandler";
      path = Document.child(base, spec.has(handler) ? handler : "flows");
    }
    return path;
  }

  /** Path of the second step of a name. */
  String again(String step) {
    return Optional.ofNullable(second.get(step)).map(path -> path + ".name").orElse(of(step));
  }

  /** The step as it is written; missing if it is none. */
  JsonNode tree(String step) {
    return trees.getOrDefault(step, spec.path("errorHandler"));
  }

  /** Path of where a step names another one as a dependency. */
  String dependency(String step, String other) {
    JsonNode tree = trees.get(step);
    String path = of(step);
    if (tree == null) {
      return path;
    }
    for (int i = 0; i < tree.path("dependencies").size(); i++) {
      if (tree.path("dependencies").get(i).asText().equals(other)) {
        return path + ".dependencies[" + i + "]";
      }
    }
    for (int i = 0; i < tree.path("dependsOn").size(); i++) {
      if (tree.path("dependsOn").get(i).path("name").asText().equals(other)) {
        return path + ".dependsOn[" + i + "].name";
      }
    }
    return path;
  }
}
