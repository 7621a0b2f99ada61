package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes objects about to be stored and refuses those that a real server refuses. */
final class Admission {

  private static final Pattern NAME = Pattern.compile("[a-z0-9:]([-a-z0-9.:]*[a-z0-9:])?");
  private static final Map<String, List<String>> FIXED =
      Map.of(
          "jobs.batch", List.of("/spec/template", "/spec/selector", "/spec/completionMode"),
          "deployments.apps", List.of("/spec/selector"),
          "replicasets.apps", List.of("/spec/selector"),
          "daemonsets.apps", List.of("/spec/selector"),
          "statefulsets.apps", List.of("/spec/selector", "/spec/serviceName"),
          "pods", List.of("/spec/nodeName", "/spec/volumes", "/spec/restartPolicy"),
          "persistentvolumeclaims", List.of("/spec/accessModes", "/spec/storageClassName"));

  private Admission() {}

  /**
   * Fills in defaults and checks the object.
   *
   * @param before the object as it is, null for a new one
   * @throws ApiException 422 where it is invalid, 403 where the change is forbidden
   */
  static void admit(Kind kind, @Nullable ObjectNode before, ObjectNode object) {
    Schema schema = kind.schema();
    List<String> wrong = new ArrayList<>();
    if (schema == null) {
      Defaults.fillIn(kind, object);
      if (Kinds.EVENTS.equals(kind.resource())) {
        EventFields.complete(before, object);
      }
    } else {
      schema.complete(object);
      wrong.addAll(schema.violations(object));
    }
    String name = Json.name(object);
    if (before == null) {
      if (name.length() > 253 || !NAME.matcher(name).matches()) {
        wrong.add("metadata.name: Invalid value: \"" + name + "\": must be a DNS name");
      }
    } else {
      for (String pointer : FIXED.getOrDefault(kind.resource(), List.of())) {
        boolean set = !before.at(pointer).isMissingNode();
        if (set && !before.at(pointer).equals(object.at(pointer))) {
          wrong.add(pointer.substring(1).replace('/', '.') + ": Invalid value: field is immutable");
        }
      }
      List<String> added = Json.finalizers(object);
      added.removeAll(Json.finalizers(before));
      if (Json.meta(before, "deletionTimestamp") != null && !added.isEmpty()) {
        wrong.add("metadata.finalizers: Forbidden: no new finalizers while being deleted");
      }
    }
    if (!wrong.isEmpty()) {
      throw ApiException.invalid(kind, name, wrong);
    }
  }
}
