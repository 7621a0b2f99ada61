package io.jopf.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.filter.Candidate;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object as it is looked at once. For one thread. */
public final class Look {

  private final GenericKubernetesResource object;
  private final Looks looks;
  private @Nullable ObjectNode json;
  private @Nullable ObjectNode metadata;
  private @Nullable Candidate candidate;

  Look(GenericKubernetesResource object, Looks looks) {
    this.object = object;
    this.looks = looks;
  }

  /** The object. Shared: not to be changed. */
  public GenericKubernetesResource object() {
    return object;
  }

  /** Its UID. */
  public String uid() {
    return object.getMetadata().getUid();
  }

  /** Whether it is on its way out. */
  public boolean deleting() {
    return object.getMetadata().getDeletionTimestamp() != null;
  }

  /** Whether it was made before a moment. */
  public boolean isOlderThan(Instant moment) {
    String created = object.getMetadata().getCreationTimestamp();
    return created != null && Instant.parse(created).isBefore(moment);
  }

  /** Whether it passes the filter that a handler has for a reason. */
  public boolean matches(HandlerSpec handler, Reason reason) {
    Candidate asked = candidate;
    if (asked == null) {
      asked = new Candidate(this::at, type -> looks.typed(object, type));
      candidate = asked;
    }
    return handler.options(reason).filter().matches(asked);
  }

  /** The hash of what it asks for: the same until something essential changes. */
  public String essence() {
    return Essence.of(json()).hash();
  }

  /** Of a large object one field costs little beside the whole tree. */
  JsonNode at(List<String> path) {
    if (path.isEmpty() || json != null) {
      return Json.at(json(), path);
    }
    String first = path.get(0);
    if (first.equals("metadata")) {
      return Json.at(metadata(), path.subList(1, path.size()));
    }
    Object value = object.getAdditionalProperties();
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (value == null && (first.equals("kind") || first.equals("apiVersion"))) {
      return Json.at(json(), path);
    }
    return value == null ? NullNode.getInstance() : Json.node(value);
  }

  private ObjectNode metadata() {
    ObjectNode tree = metadata;
    if (tree == null) {
      tree = Json.tree(object.getMetadata());
      metadata = tree;
    }
    return tree;
  }

  private ObjectNode json() {
    ObjectNode tree = json;
    if (tree == null) {
      tree = Json.tree(object);
      json = tree;
    }
    return tree;
  }
}
