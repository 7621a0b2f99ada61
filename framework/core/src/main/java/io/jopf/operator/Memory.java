package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.client.Fence;
import io.jopf.handler.HandlerSpec;
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

  private @Nullable Fence term;

  /** From here on it is looked at in this term. What another process may have done is not known. */
  void in(Fence present) {
    if (isOfEarlierTerm(present)) {
      unsaved = null;
      last = null;
    }
    term = present;
  }

  boolean isOfEarlierTerm(Fence present) {
    return term != null && term != present;
  }

  record Attempts(int count, Instant started) {}

  Memory(String uid, boolean handledBefore, Collection<HandlerSpec> handlers) {
    this.uid = uid;
    this.toResume =
        handledBefore
            ? handlers.stream().map(HandlerSpec::id).collect(Collectors.toCollection(HashSet::new))
            : new HashSet<>();
  }
}
