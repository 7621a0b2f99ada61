package io.jopf.jobflow.crd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.JobFlow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The definitions as the build generated them, with what the generator cannot express. */
final class Definitions {
  static final List<String> PLURALS =
      List.of("jobflows", "daemonjobs", "jobtemplates", "cronjobflows");

  private static final List<String> COLUMNS =
      List.of(
          "Schedules",
          "Time Zone",
          "Suspend",
          "Status",
          "Progress",
          "Running",
          "Desired",
          "Active",
          "Last Schedule",
          "Next",
          "Succeeded",
          "Failed",
          "Completed",
          "Users",
          "Used-By",
          "Message",
          "Age");

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
      definition.withArray("/spec/names/categories").add("all").add("batch");
      definitions.add(definition);
    }
    return definitions;
  }

  private static ObjectNode generated(String plural) {
    String name = "/META-INF/fabric8/" + plural + ".api.practice.com-v1.yml";
    try (InputStream file = Objects.requireNonNull(JobFlow.class.getResourceAsStream(name), name)) {
      return (ObjectNode) Yaml.documents(new String(file.readAllBytes(), UTF_8)).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void finish(ObjectNode version) {
    sortColumns(version);
    ObjectNode schema = (ObjectNode) version.at("/schema/openAPIV3Schema");
    schema.putArray("required").add("spec");
    ObjectNode spec = (ObjectNode) schema.at("/properties/spec/properties");
    spec.forEach(Definitions::typed);
    // implied by the marker beside it
    schema.findParents("x-kubernetes-int-or-string").forEach(n -> ((ObjectNode) n).remove("anyOf"));
    schema.findParents("pattern").forEach(node -> words((ObjectNode) node));
    // one full schema of a job is as much as every client can apply
    if (spec.at("/flows/items").isObject()) {
      flow(spec);
      open((ObjectNode) spec.at("/finally/items/properties/jobTemplate"));
    }
    if (spec.has("jobFlowTemplate")) {
      schedule(schema, spec);
    }
    if (spec.at("/nodeNames").isObject()) {
      nodes(spec);
    }
    // replaced as a whole: a merge by key would cost metadata for each entry
    schema.at("/properties/status/properties").forEach(Definitions::atomic);
  }

  private static void nodes(ObjectNode spec) {
    ((ObjectNode) spec.get("nodeNames")).put("x-kubernetes-list-type", "set");
    ((ObjectNode) spec.at("/nodeNames/items")).put("maxLength", 253);
    share(spec, "maxConcurrentNodes", 1, DaemonJobSpec.POSITIVE_PERCENTAGE);
    share(spec, "maxFailedNodes", 0, DaemonJobSpec.PERCENTAGE);
    share(spec, "canaryNodes", 0, DaemonJobSpec.PERCENTAGE);
  }

  /** The generator does not take over what holds for one of the two types. */
  private static void share(ObjectNode spec, String field, int least, String percentage) {
    ((ObjectNode) spec.get(field)).put("minimum", least).put("pattern", percentage);
  }

  private static void flow(ObjectNode spec) {
    spec.forEach(Definitions::typed);
    steps((ObjectNode) spec.get("flows"));
    steps((ObjectNode) spec.get("finally"));
  }

  private static void open(ObjectNode template) {
    template.remove(List.of("properties", "required"));
    template.put("x-kubernetes-preserve-unknown-fields", true);
  }

  private static void schedule(ObjectNode schema, ObjectNode spec) {
    ObjectNode flow = (ObjectNode) spec.at("/jobFlowTemplate/properties/spec/properties");
    flow(flow);
    open((ObjectNode) flow.at("/flows/items/properties/jobTemplate"));
    open((ObjectNode) flow.at("/finally/items/properties/jobTemplate"));
    ObjectNode daemonJob = (ObjectNode) spec.at("/daemonJobTemplate/properties/spec/properties");
    nodes(daemonJob);
    ObjectNode pods = (ObjectNode) daemonJob.get("template");
    open(pods);
    pods.put("description", "The pods of each node's job, as in a DaemonJob.");
    ((ObjectNode) spec.at("/schedules/items")).put("maxLength", 100);
    // as of CronJobs: the names of the runs are longer
    schema
        .putArray("x-kubernetes-validations")
        .addObject()
        .put("rule", "size(self.metadata.name) <= 52")
        .put("message", "the name may have at most 52 characters");
  }

  private static void steps(ObjectNode steps) {
    // names given twice are refused by the API server, at no cost of ours
    steps.put("x-kubernetes-list-type", "map");
    steps.putArray("x-kubernetes-list-map-keys").add("name");
    ObjectNode dependencies = (ObjectNode) steps.at("/items/properties/dependencies");
    dependencies.put("x-kubernetes-list-type", "set");
    ((ObjectNode) dependencies.get("items")).put("maxLength", 63);
    ((ObjectNode) steps.get("items").get("properties")).forEach(Definitions::typed);
    ((ObjectNode) steps.at("/items/properties/forEach/properties/items/items"))
        .put("maxLength", 1024);
    ObjectNode values =
        (ObjectNode) steps.at("/items/properties/forEach/properties/matrix/additionalProperties");
    values.put("maxItems", 64);
    ((ObjectNode) values.get("items")).put("maxLength", 1024);
  }

  /** A choice of words is one that kubectl explains. */
  private static void words(ObjectNode node) {
    String pattern = node.path("pattern").asText();
    if (pattern.matches("\\^\\(\\w+(\\|\\w+)+\\)\\$")) {
      node.remove("pattern");
      ArrayNode words = node.putArray("enum");
      for (String word : pattern.substring(2, pattern.length() - 2).split("\\|", -1)) {
        words.add(word);
      }
    }
  }

  /** The generator sorts columns by path; people read the state first and the age last. */
  private static void sortColumns(ObjectNode version) {
    if (version.get("additionalPrinterColumns") instanceof ArrayNode columns) {
      List<JsonNode> sorted = new ArrayList<>();
      columns.forEach(sorted::add);
      sorted.sort(Comparator.comparing(column -> COLUMNS.indexOf(column.path("name").asText())));
      columns.removeAll().addAll(sorted);
    }
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
