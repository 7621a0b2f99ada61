package io.jopf.admission.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import io.jopf.AdmissionRequest;
import io.jopf.Operation;
import io.jopf.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form in which the API server asks and is answered: {@code admission.k8s.io/v1}. */
public final class ReviewJson {

  private static final String VERSION = "admission.k8s.io/v1";
  private static final String KIND = "AdmissionReview";

  private static final Map<Integer, String> REASONS =
      Map.of(
          400, "BadRequest",
          401, "Unauthorized",
          403, "Forbidden",
          404, "NotFound",
          409, "Conflict",
          422, "Invalid",
          429, "TooManyRequests",
          500, "InternalError",
          503, "ServiceUnavailable");

  private ReviewJson() {}

  /**
   * Reads what the API server asks.
   *
   * @throws IllegalArgumentException if this is no request of that version, saying why
   */
  public static AdmissionRequest read(byte[] body) {
    JsonNode review = parsed(body);
    if (!KIND.equals(review.path("kind").asText())
        || !VERSION.equals(review.path("apiVersion").asText())) {
      throw new IllegalArgumentException(
          "an %s of %s is expected, not '%s' of '%s'"
              .formatted(
                  KIND, VERSION, review.path("kind").asText(), review.path("apiVersion").asText()));
    }
    JsonNode request = review.path("request");
    return new AdmissionRequest(
        required(request, "uid"),
        operation(required(request, "operation")),
        resource(request.path("resource")),
        request.path("subResource").asText(""),
        request.path("namespace").asText(""),
        request.path("name").asText(""),
        request.path("dryRun").asBoolean(false),
        user(request.path("userInfo")),
        object(request, "object"),
        object(request, "oldObject"),
        object(request, "options"));
  }

  /** Writes the answer. */
  public static String write(AdmissionRequest request, Verdict verdict) {
    ObjectNode review = Json.MAPPER.createObjectNode();
    review.put("apiVersion", VERSION).put("kind", KIND);
    ObjectNode response = review.putObject("response");
    response.put("uid", request.uid()).put("allowed", verdict.allowed());
    if (!verdict.allowed()) {
      response
          .putObject("status")
          .put("status", "Failure")
          .put("code", verdict.code())
          .put("reason", REASONS.getOrDefault(verdict.code(), ""))
          .put("message", verdict.message());
    }
    if (!verdict.warnings().isEmpty()) {
      response.set("warnings", Json.node(verdict.warnings()));
    }
    ArrayNode patch = patch(request.object(), verdict.object());
    try {
      if (verdict.allowed() && !patch.isEmpty()) {
        String encoded = Base64.getEncoder().encodeToString(Json.MAPPER.writeValueAsBytes(patch));
        response.put("patchType", "JSONPatch").put("patch", encoded);
      }
      return Json.MAPPER.writeValueAsString(review);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /** The RFC 6902 patch from one object to the other: empty when nothing differs. */
  static ArrayNode patch(JsonNode from, JsonNode to) {
    boolean both = from.isObject() && to.isObject() && !from.equals(to);
    return both
            && JsonDiff.asJson(from, to, DiffFlags.dontNormalizeOpIntoMoveAndCopy())
                instanceof ArrayNode patch
        ? patch
        : Json.MAPPER.createArrayNode();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("the body is no JSON", e);
    }
  }

  private static String required(JsonNode request, String field) {
    String value = request.path(field).asText("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("request." + field + " is missing");
    }
    return value;
  }

  private static Operation operation(String name) {
    for (Operation one : Operation.values()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException("request.operation is '" + name + "'");
  }

  private static String resource(JsonNode resource) {
    String group = resource.path("group").asText("");
    String plural = resource.path("resource").asText("");
    return group.isEmpty() ? plural : plural + "." + group;
  }

  private static AdmissionRequest.User user(JsonNode user) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    user.path("extra").properties().forEach(one -> extra.put(one.getKey(), texts(one.getValue())));
    return new AdmissionRequest.User(
        user.path("username").asText(""),
        user.path("uid").asText(""),
        texts(user.path("groups")),
        extra);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return List.copyOf(texts);
  }

  private static JsonNode object(JsonNode request, String field) {
    JsonNode value = request.get(field);
    return value == null ? NullNode.getInstance() : value;
  }
}
