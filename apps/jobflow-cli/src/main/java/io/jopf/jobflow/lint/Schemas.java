package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schemas of the definitions that are deployed. Where they leave a job open, to stay small
 * enough for every client, the schema of a job is put in.
 */
final class Schemas {
  /** Kinds that are checked. */
  static final List<String> KINDS = List.of("JobFlow", "DaemonJob", "JobTemplate", "CronJobFlow");

  /** Marks a part that is merged over something else: nothing is required, null takes away. */
  static final String PARTIAL = "x-partial";

  private static final int MOST_CHARACTERS = 1 << 26;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, ObjectNode> known = new HashMap<>();
  private final String definitions;

  /** Reads nothing yet. */
  Schemas() {
    try (InputStream file =
        Objects.requireNonNull(Schemas.class.getResourceAsStream("/crd/crd.yaml"), "crd.yaml")) {
      definitions = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of objects of a kind. */
  JsonNode of(String kind) {
    ObjectNode there = known.get(kind);
    if (there == null) {
      there = read(kind);
      known.put(kind, there);
      complete(kind, there);
    }
    return there;
  }

  private ObjectNode read(String kind) {
    for (String document : definitions.split("(?m)^---\\s*$", -1)) {
      if (document.contains("names: {kind: " + kind + ",")) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();
        JsonNode tree = MAPPER.valueToTree(new Load(settings).loadFromString(document));
        return (ObjectNode) tree.at("/spec/versions/0/schema/openAPIV3Schema");
      }
    }
    throw new IllegalStateException("no definition of " + kind);
  }

  private void complete(String kind, ObjectNode schema) {
    JsonNode spec = schema.at("/properties/spec");
    switch (kind) {
      case "JobFlow" -> flow(spec, spec.at("/properties/flows/items/properties/jobTemplate"));
      case "CronJobFlow" -> {
        JsonNode flow = of("JobFlow").at("/properties/spec");
        JsonNode job = flow.at("/properties/flows/items/properties/jobTemplate");
        flow(spec.at("/properties/jobFlowTemplate/properties/spec"), job);
        put(
            spec.at("/properties/daemonJobTemplate/properties/spec"),
            "template",
            of("DaemonJob").at("/properties/spec/properties/template"));
      }
      default -> {}
    }
  }

  private static void flow(JsonNode spec, JsonNode job) {
    ObjectNode part = partial(job);
    for (String steps : List.of("flows", "finally")) {
      JsonNode step = spec.at("/properties/" + steps + "/items");
      put(step, "jobTemplate", job);
      put(step, "patch", part);
    }
    ObjectNode handler = JsonNodeFactory.instance.objectNode();
    handler.put("type", "object");
    ObjectNode fields = handler.putObject("properties");
    // a pod's own fields, as older objects have it
    JsonNode pod = job.at("/properties/template/properties/spec/properties");
    pod.properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
    fields.set("jobTemplate", part);
    fields.putObject("jobTemplateRef").put("type", "string");
    fields.putObject("image").put("type", "string");
    fields.putObject("script").put("type", "string");
    put(spec, "errorHandler", handler);
    put(spec, "ErrorHandler", handler);
  }

  private static ObjectNode partial(JsonNode schema) {
    ObjectNode part = JsonNodeFactory.instance.objectNode();
    part.put("type", "object").put(PARTIAL, true);
    part.set("properties", schema.path("properties"));
    return part;
  }

  private static void put(JsonNode schema, String field, JsonNode part) {
    ((ObjectNode) schema.path("properties")).set(field, part);
  }
}
