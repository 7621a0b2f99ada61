package io.jopf.jobflow.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.jobflow.api.JobFlow;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The definitions as the build generated them, with what the generator cannot express. */
final class Definitions {
  static final List<String> PLURALS = List.of("jobflows", "daemonjobs", "jobtemplates");

  private Definitions() {}

  /** The file that is checked in. */
  static String file() {
    StringBuilder out = new StringBuilder("# Generated from the classes in io.jopf.jobflow.api.\n");
    for (JsonNode definition : finished()) {
      out.append("---\n").append(CompactYaml.write(definition));
    }
    return out.toString();
  }

  static List<JsonNode> finished() {
    List<JsonNode> definitions = new ArrayList<>();
    for (String plural : PLURALS) {
      ObjectNode definition = generated(plural);
      definition.withArray("/spec/versions").forEach(version -> finish((ObjectNode) version));
      definitions.add(definition);
    }
    return definitions;
  }

  private static ObjectNode generated(String plural) {
    String name = "/META-INF/fabric8/" + plural + ".api.practice.com-v1.yml";
    URL url = Objects.requireNonNull(JobFlow.class.getResource(name), name);
    try {
      return (ObjectNode) Yaml.documents(Path.of(url.toURI())).get(0);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void finish(ObjectNode version) {
    ageLast(version);
    ObjectNode schema = (ObjectNode) version.at("/schema/openAPIV3Schema");
    schema.putArray("required").add("spec");
    ObjectNode spec = (ObjectNode) schema.at("/properties/spec/properties");
    spec.forEach(Definitions::typed);
    // implied by the marker beside it
    schema.findParents("x-kubernetes-int-or-string").forEach(n -> ((ObjectNode) n).remove("anyOf"));
    if (spec.at("/flows/items").isObject()) {
      // names given twice are refused by the API server, at no cost of ours
      ObjectNode flows = (ObjectNode) spec.get("flows");
      flows.put("x-kubernetes-list-type", "map");
      flows.putArray("x-kubernetes-list-map-keys").add("name");
      ObjectNode dependencies = (ObjectNode) flows.at("/items/properties/dependencies");
      dependencies.put("x-kubernetes-list-type", "set");
      ((ObjectNode) dependencies.get("items")).put("maxLength", 63);
    }
    // replaced as a whole: a merge by key would cost metadata for each entry
    schema.at("/properties/status/properties").forEach(Definitions::atomic);
  }

  /** The generator sorts columns by path; kubectl's users look for the age at the end. */
  private static void ageLast(ObjectNode version) {
    if (version.get("additionalPrinterColumns") instanceof ArrayNode columns) {
      List<JsonNode> sorted = new ArrayList<>();
      columns.forEach(sorted::add);
      sorted.sort(Comparator.comparing(Definitions::isAge));
      columns.removeAll().addAll(sorted);
    }
  }

  private static boolean isAge(JsonNode column) {
    return column.path("name").asText().equals("Age");
  }

  private static void typed(JsonNode schema) {
    if (schema.has("x-kubernetes-preserve-unknown-fields") && !schema.has("type")) {
      ((ObjectNode) schema).put("type", "object");
    }
  }

  private static void atomic(JsonNode schema) {
    if (schema.path("type").asText().equals("array")) {
      ((ObjectNode) schema).put("x-kubernetes-list-type", "atomic");
    } else if (schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("x-kubernetes-map-type", "atomic");
    }
  }
}
