package io.jopf.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.client.ServerAnswer;
import io.jopf.client.Unread;
import io.jopf.json.Json;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The merge patches of one cycle: the status, then the rest. */
final class Merging {

  private static final Logger LOG = LoggerFactory.getLogger(Merging.class);
  private static final int TRIES = 5;

  private final Supplier<Unread> object;
  private final Supplier<@Nullable GenericKubernetesResource> fresh;
  private final BiFunction<String, Supplier<GenericKubernetesResource>, GenericKubernetesResource>
      send;
  private final List<String> dropped = new ArrayList<>();
  private Changes changes;
  private ObjectNode seen;
  private boolean statusDone;

  Merging(
      Supplier<Unread> object,
      Supplier<@Nullable GenericKubernetesResource> fresh,
      Changes changes,
      BiFunction<String, Supplier<GenericKubernetesResource>, GenericKubernetesResource> send) {
    this.object = object;
    this.fresh = fresh;
    this.changes = changes;
    this.seen = changes.seen();
    this.send = send;
  }

  /**
   * Writes.
   *
   * @param uid the object's
   * @return the metadata as they are then; null if it has gone or is another one
   */
  @Nullable JsonNode write(String uid) {
    for (int attempt = 1; ; attempt++) {
      try {
        status(uid);
        merge(uid, object.get(), changes.mainPatch());
        return seen.path("metadata");
      } catch (KubernetesClientException e) {
        int code = e.getCode();
        boolean stale = code == HttpURLConnection.HTTP_CONFLICT || ServerAnswer.isRefusal(e);
        if (!stale || attempt == TRIES) {
          throw e;
        }
        GenericKubernetesResource now = fresh.get();
        if (now == null) {
          return null;
        }
        ObjectNode next = Json.tree(now);
        if (ServerAnswer.isRefusal(e) && version(next).equals(version(seen))) {
          throw e;
        }
        seen = next;
        changes = changes.on(next);
      }
    }
  }

  private void status(String uid) {
    if (statusDone) {
      return;
    }
    try {
      merge(uid, object.get().status(), changes.statusPatch());
    } catch (KubernetesClientException e) {
      if (!ServerAnswer.isRefusal(e) || !Boolean.FALSE.equals(changes.finalizer())) {
        throw e;
      }
      LOG.warn("the last status of an object that may go is refused: {}", ServerAnswer.text(e));
    }
    statusDone = true;
  }

  private void merge(String uid, Unread target, ObjectNode patch) {
    if (patch.isEmpty()) {
      return;
    }
    ObjectNode guarded = Json.MAPPER.createObjectNode();
    guarded.setAll(patch);
    ObjectNode metadata = Json.MAPPER.createObjectNode();
    if (patch.get("metadata") instanceof ObjectNode given) {
      metadata.setAll(given);
    }
    guarded.set("metadata", metadata);
    // an object that was deleted and made again under the same name answers with a conflict
    metadata.put("uid", uid);
    if (changes.needsVersion()) {
      metadata.put("resourceVersion", version(seen));
    }
    GenericKubernetesResource answer =
        send.apply(
            String.join(", ", fields(patch)),
            () -> target.patch(PatchContext.of(PatchType.JSON_MERGE), guarded.toString()));
    seen = Json.tree(patched(answer, patch));
    missing(patch, seen, "");
  }

  /** The metadata and the fields that were sent: nothing else is looked at any more. */
  private static GenericKubernetesResource patched(
      GenericKubernetesResource answer, ObjectNode patch) {
    GenericKubernetesResource part = new GenericKubernetesResource();
    part.setApiVersion(answer.getApiVersion());
    part.setKind(answer.getKind());
    part.setMetadata(answer.getMetadata());
    answer
        .getAdditionalProperties()
        .forEach(
            (name, value) -> {
              if (patch.has(name)) {
                part.setAdditionalProperty(name, value);
              }
            });
    return part;
  }

  private static List<String> fields(ObjectNode patch) {
    List<String> names = new ArrayList<>();
    patch.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Fields that were sent and are not in the answer. */
  List<String> dropped() {
    return List.copyOf(dropped);
  }

  private void missing(ObjectNode sent, JsonNode kept, String path) {
    sent.properties()
        .forEach(
            field -> {
              String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              JsonNode value = field.getValue();
              JsonNode present = kept.path(field.getKey());
              if (value instanceof ObjectNode inner) {
                missing(inner, present, name);
              } else if (present.isMissingNode()
                  && !value.isNull()
                  && !(value.isArray() && value.isEmpty())) {
                dropped.add(name);
              }
            });
  }

  private static String version(ObjectNode object) {
    return object.path("metadata").path("resourceVersion").asText();
  }
}
