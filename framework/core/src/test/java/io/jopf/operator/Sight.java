package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.Marks;
import io.jopf.filter.Candidate;
import io.jopf.filter.Filter;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One state of an object, as the filters of its handlers see it.
 *
 * @param essence what it asks for
 */
record Sight(HandledKind kind, ObjectNode object, JsonNode essence, Candidate candidate) {

  private static final Set<Reason> CAUSES = EnumSet.of(Reason.CREATE, Reason.RESUME);

  static Sight of(HandledKind kind, ObjectNode object) {
    Candidate candidate = new Candidate(object, type -> Json.MAPPER.convertValue(object, type));
    return new Sight(kind, object, Essence.of(object).fields(), candidate);
  }

  boolean deleting() {
    return object.path("metadata").has("deletionTimestamp");
  }

  boolean hasFinalizer() {
    return object.path("metadata").path("finalizers").size() > 0;
  }

  /** The value of the annotation that asks for another try; null: there is none. */
  @Nullable String wish() {
    JsonNode wish = object.path("metadata").path("annotations").path(Marks.RETRY);
    return wish.isTextual() ? wish.asText() : null;
  }

  boolean matches(HandlerSpec handler, Reason reason) {
    return handler.runsOn(reason) && handler.options(reason).filter().matches(candidate);
  }

  /** Whether a handler wants to be told of what has changed since it has last dealt with it. */
  boolean isUpdate(HandlerSpec handler, Known known) {
    if (!handler.runsOn(Reason.UPDATE)) {
      return false;
    }
    JsonNode before = known.before(handler, Reason.UPDATE);
    JsonNode after = Known.field(handler, Reason.UPDATE, essence);
    return !before.equals(after) && filter(handler).matchesChange(candidate, before, after);
  }

  boolean wantsFinalizer() {
    return kind.causes().stream()
        .anyMatch(one -> matches(one, Reason.DELETE) && !one.options(Reason.DELETE).optional());
  }

  /** Whether anything about it concerns a handler for which something has to be remembered. */
  boolean isRemembered(Known known) {
    return kind.causes().stream()
        .anyMatch(
            one ->
                CAUSES.stream().anyMatch(reason -> matches(one, reason))
                    || (one.runsOn(Reason.UPDATE)
                        && filter(one)
                            .concerns(
                                candidate,
                                known.before(one, Reason.UPDATE),
                                Known.field(one, Reason.UPDATE, essence))));
  }

  private static Filter filter(HandlerSpec handler) {
    return handler.options(Reason.UPDATE).filter();
  }
}
