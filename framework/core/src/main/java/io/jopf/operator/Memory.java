package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.cause.Essence;
import io.jopf.cause.Marks;
import io.jopf.cause.Situation;
import io.jopf.client.Fence;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this process remembers of one object; only touched by the worker that has its key. */
final class Memory {

  final String uid;

  /** Handlers that have not resumed the object in this process. */
  final Set<String> toResume;

  /** Failed attempts in a row, by level-style handler. */
  final Map<String, Attempts> attempts = new HashMap<>();

  /** What level-style handlers have given up for, so that it is told once. */
  final Map<String, String> givenUp = new HashMap<>();

  /** Changes of an earlier cycle that the API server did not take. */
  @Nullable Changes unsaved;

  /** The object as it was last looked at, if its optional delete handlers may be called yet. */
  @Nullable GenericKubernetesResource last;

  /** Whether it was let go: an event that was under way then may still show our finalizer. */
  boolean released;

  private @Nullable Fence term;

  /** From here on it is looked at in this term. What another process may have done is not known. */
  void in(Fence present) {
    if (isOfEarlierTerm(present)) {
      unsaved = null;
      last = null;
      accepted();
    }
    term = present;
  }

  boolean isOfEarlierTerm(Fence present) {
    return term != null && term != present;
  }

  record Attempts(int count, Instant started) {}

  /** What the object was like when the API server refused {@link #unsaved} for good. */
  private @Nullable String refusedFor;

  /** The refusal's message, so that it is told once; null if there is none. */
  private @Nullable String refusal;

  /** How often the API server has refused the same changes. */
  private int refusals;

  private final HandledKind kind;

  private Memory(String uid, boolean handledBefore, HandledKind kind) {
    this.uid = uid;
    this.kind = kind;
    Collection<HandlerSpec> handlers = kind.causes();
    this.toResume =
        handledBefore
            ? handlers.stream().map(HandlerSpec::id).collect(Collectors.toCollection(HashSet::new))
            : new HashSet<>();
  }

  /** A fresh memory. What was only begun to be created by an earlier process is not resumed. */
  static Memory of(ObjectNode object, Marks marks, HandledKind kind) {
    boolean before = Situation.stored(object, marks).baseline() != null;
    return new Memory(object.path("metadata").path("uid").asText(), before, kind);
  }

  /**
   * Changes that have still to be written before handlers may run. What was refused for good is
   * dropped as soon as the object asks for something else.
   */
  @Nullable Changes toWrite(GenericKubernetesResource object) {
    if (refusedFor != null && !refusedFor.equals(wish(object))) {
      unsaved = null;
      accepted();
    }
    return unsaved;
  }

  /**
   * The API server will not take the changes.
   *
   * @return whether that is news
   */
  boolean refused(GenericKubernetesResource object, String message) {
    boolean news = !message.equals(refusal);
    refusedFor = wish(object);
    refusal = message;
    refusals++;
    return news;
  }

  /** How often in a row the API server has refused. */
  int refusals() {
    return refusals;
  }

  /** The API server has taken everything. */
  void accepted() {
    refusedFor = null;
    refusal = null;
    refusals = 0;
  }

  /** All that makes handlers run anew. */
  private String wish(GenericKubernetesResource object) {
    ObjectNode json = Json.tree(object);
    JsonNode metadata = json.path("metadata");
    return Essence.of(json, kind.essence()).hash()
        + metadata.path("deletionTimestamp").asText()
        + metadata.path("annotations").path(Marks.RETRY).asText();
  }
}
