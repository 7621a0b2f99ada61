package io.jopf.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file with a line of JSON for the beginning and one for the end of every call of a handler.
 *
 * @param file written by one or more processes, one after another
 */
record Trace(Path file) {

  /** Puts a line to the end. */
  void write(ObjectNode line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All calls that have begun, in their order. */
  List<Call> calls() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<JsonNode> begun = new ArrayList<>();
    Map<String, String> outcomes = new HashMap<>();
    try {
      String text = Files.readString(file);
      // the last line may be half written
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        JsonNode node = sorted(Json.MAPPER.readTree(line));
        if (node.has("outcome")) {
          outcomes.put(node.path("call").asText(), node.path("outcome").asText());
        } else {
          begun.add(node);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return begun.stream()
        .map(one -> Call.of(one, outcomes.getOrDefault(one.path("call").asText(), Call.CUT_OFF)))
        .toList();
  }

  /** The calls so far, as {@code object/handler} to one line each. */
  Map<String, List<String>> byHandler() {
    Map<String, List<String>> all = new TreeMap<>();
    for (Call call : calls()) {
      all.computeIfAbsent(call.object() + "/" + call.handler(), key -> new ArrayList<>())
          .add(call.text());
    }
    return all;
  }

  private static JsonNode sorted(JsonNode node) throws IOException {
    Object tree = Json.MAPPER.treeToValue(node, Object.class);
    return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(tree));
  }
}
