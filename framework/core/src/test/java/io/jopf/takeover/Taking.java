package io.jopf.takeover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.cause.Marks;
import io.jopf.cause.Situation;
import io.jopf.filter.Candidate;
import io.jopf.handler.DueHandlers;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.KindOptions;
import io.jopf.handler.Selection;
import io.jopf.json.MergePatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes objects over, and says what is to be done then. */
final class Taking {

  static final Instant NOW = Instant.parse("2026-11-21T13:30:00Z");
  static final Marks MARKS = new Marks("me", Set.of(Written.FINALIZER));

  private Taking() {}

  private static HandledKind kind(HandlerSpec... handlers) {
    return new HandledKind(
        ConfigMap.class, List.of(handlers), List.of(), List.of(), List.of(), KindOptions.DEFAULT);
  }

  static Inheritance take(KopfSettings settings, ObjectNode object, HandlerSpec... handlers) {
    return new KopfTakeover(settings, MARKS, kind(handlers)).of(object, NOW).orElseThrow();
  }

  /** What is due once the patch is written. */
  static Selection due(ObjectNode object, Inheritance taken, HandlerSpec... handlers) {
    ObjectNode after = MergePatch.apply(object, taken.patch());
    Situation situation = Situation.of(after, MARKS, kind(handlers).essence());
    return DueHandlers.select(
        List.of(handlers),
        situation.phase(),
        situation.stored(),
        situation.essence(),
        new Candidate(situation.object(), type -> Optional.empty()),
        Set.of(),
        NOW);
  }
}
