package io.jopf.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.filter.Candidate;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object as it is looked at once. For one thread. */
public final class Look {

  private final GenericKubernetesResource object;
  private final Looks looks;
  private @Nullable ObjectNode json;
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
      asked = new Candidate(json(), type -> looks.typed(object, type));
      candidate = asked;
    }
    return handler.options(reason).filter().matches(asked);
  }

  /** The hash of what it asks for: the same until something essential changes. */
  public String essence() {
    return Essence.of(json()).hash();
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
