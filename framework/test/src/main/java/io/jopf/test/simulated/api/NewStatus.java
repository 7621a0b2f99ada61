package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What the server itself sets in new objects of some kinds. */
final class NewStatus {

  /** Holds a namespace until what is in it has gone. */
  static final String NAMESPACE_FINALIZER = "kubernetes";

  /** Holds a custom resource definition until its objects have gone. */
  static final String DEFINITION_FINALIZER = "customresourcecleanup.apiextensions.k8s.io";

  private NewStatus() {}

  static void setIn(Kind kind, ObjectNode object) {
    switch (kind.resource()) {
      case "namespaces" -> {
        object.withObject("/spec").putArray("finalizers").add(NAMESPACE_FINALIZER);
        object.putObject("status").put("phase", "Active");
        object.withObject("/metadata/labels").put("kubernetes.io/metadata.name", Json.name(object));
      }
      case "pods" ->
          object.putObject("status").put("phase", "Pending").put("qosClass", "BestEffort");
      case "persistentvolumeclaims" -> object.putObject("status").put("phase", "Pending");
      case "services" -> service(object);
      case "jobs.batch" -> job(object);
      case "customresourcedefinitions.apiextensions.k8s.io" -> definition(object);
      default -> {}
    }
  }

  static void terminating(Kind kind, ObjectNode object) {
    if ("namespaces".equals(kind.resource())) {
      object.putObject("status").put("phase", "Terminating");
    }
  }

  private static void service(ObjectNode object) {
    ObjectNode spec = object.withObject("/spec");
    if (!spec.has("clusterIP") && !"ExternalName".equals(spec.path("type").asText())) {
      CRC32 hash = new CRC32();
      hash.update(Json.uid(object).getBytes(StandardCharsets.UTF_8));
      String ip = "10.96." + ((hash.getValue() >> 8) & 0xff) + "." + (hash.getValue() & 0xff);
      spec.put("clusterIP", ip);
      spec.putArray("clusterIPs").add(ip);
    }
    object.putObject("status").putObject("loadBalancer");
  }

  /** The selector and labels by which a Job knows its pods. */
  private static void job(ObjectNode object) {
    object.putObject("status");
    if (object.at("/spec/manualSelector").asBoolean()) {
      return;
    }
    ObjectNode labels = object.withObject("/spec/template/metadata/labels");
    labels.put("batch.kubernetes.io/controller-uid", Json.uid(object));
    labels.put("batch.kubernetes.io/job-name", Json.name(object));
    labels.put("controller-uid", Json.uid(object));
    labels.put("job-name", Json.name(object));
    object
        .withObject("/spec/selector/matchLabels")
        .put("batch.kubernetes.io/controller-uid", Json.uid(object));
  }

  private static void definition(ObjectNode object) {
    Json.metadata(object).withArray("finalizers").add(DEFINITION_FINALIZER);
    ObjectNode status = object.putObject("status");
    ArrayNode conditions = status.putArray("conditions");
    for (String type : new String[] {"NamesAccepted", "Established"}) {
      conditions
          .addObject()
          .put("type", type)
          .put("status", "True")
          .put("reason", "Accepted")
          .put("message", "")
          .put("lastTransitionTime", Json.meta(object, "creationTimestamp"));
    }
    Json.set(status, "acceptedNames", object.at("/spec/names"));
    ArrayNode stored = status.putArray("storedVersions");
    for (JsonNode version : object.at("/spec/versions")) {
      if (version.path("storage").asBoolean()) {
        stored.add(version.path("name").asText());
      }
    }
  }
}
