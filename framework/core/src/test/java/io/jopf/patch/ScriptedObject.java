package io.jopf.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.jopf.client.Unread;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One object of an API server that does to a request what a test wants before it is taken. */
final class ScriptedObject {

  /** What was asked for, in words. */
  final List<String> asked = new ArrayList<>();

  /** What came over the wire: {@code status} or {@code main}, then the patch. */
  final List<String> sent = new ArrayList<>();

  private final Map<Integer, Runnable> script = new HashMap<>();
  private final List<String> forgotten = new ArrayList<>();
  private ObjectNode object = Json.MAPPER.createObjectNode();
  private boolean gone;

  ScriptedObject() {
    object.put("apiVersion", "example.com/v1").put("kind", "Thing");
    object.withObject("/metadata").put("name", "a").put("uid", "u").put("resourceVersion", "1");
    object.withObject("/spec").put("n", 1);
  }

  ObjectNode object() {
    return object.deepCopy();
  }

  GenericKubernetesResource read() {
    return Json.MAPPER.convertValue(object, GenericKubernetesResource.class);
  }

  boolean isGone() {
    return gone;
  }

  void goAway() {
    gone = true;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody writes. */
  void edit(Consumer<ObjectNode> edit) {
    edit.accept(object);
    ObjectNode metadata = object.withObject("/metadata");
    metadata.put("resourceVersion", Long.toString(metadata.path("resourceVersion").asLong() + 1));
  }

  /** Does something, or throws, when the request of that number has come. */
  void before(int number, Runnable action) {
    script.put(number, action);
  }

  void fail(int number, int code) {
    before(
        number,
        () -> {
          throw new KubernetesClientException("as told", code, null);
        });
  }

  /** Takes a field of the status and does not keep it. */
  void forgets(String field) {
    forgotten.add(field);
  }

  Unread resource() {
    return resource("main");
  }

  private Unread resource(String part) {
    return new Unread() {
      @Override
      public Unread status() {
        return resource("status");
      }

      @Override
      public GenericKubernetesResource patch(PatchContext context, String body) {
        return ScriptedObject.this.patch(part, body);
      }
    };
  }

  private GenericKubernetesResource patch(String part, String body) {
    sent.add(part + " " + body);
    Runnable action = script.get(sent.size());
    if (action != null) {
      action.run();
    }
    ObjectNode patch = read(body);
    patch.withObject("/metadata").remove("resourceVersion");
    edit(
        now -> {
          ObjectNode next = MergePatch.apply(now, patch);
          now.setAll(next);
          if (now.path("status") instanceof ObjectNode status) {
            status.remove(forgotten);
          }
        });
    return read();
  }
}
