package io.jopf.operator;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.CustomResource;
import io.jopf.cause.Marks;
import io.jopf.conditions.Conditions;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The condition {@code <operator>.jopf.io/Failed} of custom resources whose status has conditions:
 * true while a handler has given the object up, false afterwards. Others do without.
 */
final class FailedCondition {

  private FailedCondition() {}

  /** Whether objects of a class have a place for it. */
  static boolean fits(Class<?> type) {
    if (!CustomResource.class.isAssignableFrom(type)) {
      return false;
    }
    JavaType status = property(Json.MAPPER.constructType(type), "status");
    JavaType conditions = status == null ? null : property(status, "conditions");
    return conditions != null && conditions.isCollectionLikeType();
  }

  private static @Nullable JavaType property(JavaType type, String name) {
    return Json.MAPPER.getSerializationConfig().introspect(type).findProperties().stream()
        .filter(one -> one.getName().equals(name))
        .map(one -> one.getPrimaryType())
        .findFirst()
        .orElse(null);
  }

  /** Says what has failed, or that nothing has any more. */
  static void update(
      Changes changes, ObjectNode object, Marks marks, Map<String, String> failures, Instant now) {
    // a handler that returns the whole status may have left it out
    JsonNode last = find(object.path("status").path("conditions"), marks.failed());
    JsonNode present = find(changes.status().path("conditions"), marks.failed());
    boolean known = present != null && present.path("status").asText().equals("True");
    String message =
        failures.entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining("; "));
    if (failures.isEmpty() ? known : !(known && message.equals(text(present, "message")))) {
      changes.status(
          newest -> {
            set(newest, marks.failed(), last, !failures.isEmpty(), message, now);
            return newest;
          });
    }
  }

  private static void set(
      ObjectNode object,
      String type,
      @Nullable JsonNode last,
      boolean failed,
      String message,
      Instant now) {
    ArrayNode all = object.withObject("/status").withArray("conditions");
    JsonNode present = find(all, type);
    JsonNode before = present == null ? last : present;
    List<Condition> known =
        before == null ? List.of() : List.of(Json.MAPPER.convertValue(before, Condition.class));
    JsonNode generation = object.path("metadata").path("generation");
    // only ours is read as a condition: what others have put there stays to the letter
    JsonNode next =
        Json.node(
            Conditions.of(known, now)
                .observing(generation.isNumber() ? generation.asLong() : null)
                .set(type, failed, failed ? "HandlerFailed" : "Succeeded", message)
                .find(type)
                .orElseThrow());
    for (int i = 0; i < all.size(); i++) {
      if (type.equals(text(all.get(i), "type"))) {
        all.set(i, next);
        return;
      }
    }
    all.add(next);
  }

  private static @Nullable JsonNode find(JsonNode conditions, String type) {
    for (JsonNode one : conditions) {
      if (type.equals(text(one, "type"))) {
        return one;
      }
    }
    return null;
  }

  private static String text(@Nullable JsonNode node, String field) {
    return node == null ? "" : node.path(field).asText();
  }
}
