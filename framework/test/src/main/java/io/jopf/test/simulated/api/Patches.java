package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.List;

/** The four kinds of patch. */
final class Patches {

  private final Writes writes;

  Patches(Writes writes) {
    this.writes = writes;
  }

  static boolean isApply(String contentType) {
    return contentType.startsWith("application/apply-patch");
  }

  ObjectNode patch(
      Kind kind, ObjectNode current, String contentType, String body, WriteOptions options) {
    ObjectNode proposed;
    if (contentType.startsWith("application/json-patch+json")) {
      proposed = jsonPatch(kind, current, Json.parse(body));
    } else if (contentType.startsWith("application/merge-patch+json")) {
      proposed = current.deepCopy();
      MergePatch.apply(proposed, Typed.body(body));
    } else if (contentType.startsWith("application/strategic-merge-patch+json") && !kind.custom()) {
      proposed = current.deepCopy();
      new StrategicMergePatch(kind.listTypes()).apply(proposed, Typed.body(body));
    } else {
      throw ApiException.unsupportedMedia(contentType);
    }
    return writes.update(kind, current, proposed, options, false);
  }

  private static ObjectNode jsonPatch(Kind kind, ObjectNode current, JsonNode patch) {
    try {
      return (ObjectNode) JsonPatch.apply(patch, current);
    } catch (JsonPatchException e) {
      throw ApiException.invalid(kind, Json.name(current), List.of("patch: " + e.getMessage()));
    }
  }

  /** What an object is after an apply; one without fields stands for none. */
  ObjectNode applied(Kind kind, ObjectNode current, ObjectNode config, WriteOptions options) {
    if (!config.path("metadata").path("managedFields").isEmpty()) {
      throw ApiException.badRequest("metadata.managedFields must be nil");
    }
    if (options.isStatus()) {
      config.retain(List.of("status", "metadata", "apiVersion", "kind"));
      config.putObject("metadata");
    } else if (kind.hasStatus()) {
      config.remove("status");
    }
    return new ServerSideApply(kind.listTypes())
        .apply(current, config, writes.writer(kind, Ownership.APPLY, options), options.force());
  }
}
