package io.jopf.takeover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.StateCodec;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says how the handling of a kind's objects goes on where Kopf stopped. */
public final class KopfTakeover {

  private static final Set<Reason> STATEFUL =
      EnumSet.of(Reason.CREATE, Reason.UPDATE, Reason.RESUME);

  private final KopfSettings settings;
  private final Marks marks;
  private final List<HandlerSpec> handlers;
  private final boolean remembers;
  private final boolean holdsDeletions;
  private final KopfIds ids;
  private final KopfEssences essences;

  /**
   * For the objects of a kind.
   *
   * @throws IllegalArgumentException if the settings are wrong
   */
  public KopfTakeover(KopfSettings settings, Marks marks, HandledKind kind) {
    this.settings = settings;
    this.marks = marks;
    this.handlers = kind.causes();
    this.remembers =
        handlers.stream().anyMatch(handler -> STATEFUL.stream().anyMatch(handler::runsOn));
    this.holdsDeletions =
        handlers.stream()
            .filter(handler -> handler.runsOn(Reason.DELETE))
            .anyMatch(handler -> !handler.options(Reason.DELETE).optional());
    this.ids = new KopfIds(settings.handlers());
    this.essences = new KopfEssences(settings, kind.essence());
  }

  /**
   * Looks at the settings.
   *
   * @param known ids of all handlers
   * @throws IllegalArgumentException if the settings are wrong
   */
  public static void check(KopfSettings settings, Set<String> known) {
    for (String id : new KopfIds(settings.handlers()).told().keySet()) {
      boolean part = known.stream().anyMatch(handler -> id.startsWith(handler + "/"));
      if (!part && !known.contains(id)) {
        throw new IllegalArgumentException(
            "jopf.takeover.kopf.handlers names '%s', which is no handler: there are %s"
                .formatted(id, new TreeSet<>(known)));
      }
    }
  }

  /**
   * Whether Kopf has remembered anything about an object of which we would and do not: handlers
   * would run a second time.
   */
  public boolean isKopfs(ObjectNode object) {
    boolean ours = object.path("metadata").path("annotations").has(marks.state());
    return remembers && !ours && KopfObject.of(object, settings.prefixes()).isKnown();
  }

  /**
   * What an object brings along; empty if it carries no marks of Kopf.
   *
   * @throws IllegalArgumentException if a mark is unreadable
   */
  public Optional<Inheritance> of(ObjectNode object, Instant now) {
    JsonNode metadata = object.path("metadata");
    KopfObject kopf = KopfObject.of(object, settings.prefixes());
    boolean deleting = metadata.hasNonNull("deletionTimestamp");
    ArrayNode finalizers = deleting ? null : finalizers(metadata.path("finalizers"));
    if (!kopf.isKnown() && kopf.annotations().isEmpty() && finalizers == null) {
      return Optional.empty();
    }
    ObjectNode patch = Json.MAPPER.createObjectNode();
    ObjectNode changed = patch.putObject("metadata");
    changed.set("uid", metadata.path("uid"));
    changed.set("resourceVersion", metadata.path("resourceVersion"));
    kopf.annotations().forEach(name -> changed.withObject("/annotations").putNull(name));
    if (finalizers != null) {
      changed.set("finalizers", finalizers);
    }
    if (kopf.isInStatus()) {
      patch.putObject("status").putNull("kopf"); // enough where the status is no subresource
    }
    Essence present = essences.present(object, kopf);
    KopfProgress progress = new KopfProgress(kopf, present, deleting);
    progress.take(handlers, ids, now);
    ObjectNode last = kopf.lastHandled();
    HandlingState state =
        progress.state(last == null ? null : essences.handled(last, object, present));
    if (kopf.isKnown() && (deleting || remembers)) {
      changed.withObject("/annotations").put(marks.state(), StateCodec.write(state));
    }
    return Optional.of(new Inheritance(state, patch, progress.resumed(), progress.lost()));
  }

  /** The merge patch that takes what Kopf has stored out of the status; empty if nothing is. */
  public Optional<ObjectNode> statusPatch(ObjectNode object) {
    if (!KopfObject.of(object, settings.prefixes()).isInStatus()) {
      return Optional.empty();
    }
    ObjectNode patch = Json.MAPPER.createObjectNode();
    patch.putObject("metadata").set("uid", object.path("metadata").path("uid"));
    patch.putObject("status").putNull("kopf");
    return Optional.of(patch);
  }

  /** With ours for Kopf's; null if Kopf's is not there. None can be added during a deletion. */
  private @Nullable ArrayNode finalizers(JsonNode present) {
    ArrayNode changed = Json.MAPPER.createArrayNode();
    boolean found = false;
    boolean ours = !holdsDeletions;
    for (JsonNode name : present) {
      if (name.asText().equals(settings.finalizer())) {
        found = true;
        continue;
      }
      ours |= name.asText().equals(marks.finalizer());
      changed.add(name);
    }
    if (!ours) {
      changed.add(marks.finalizer());
    }
    return found ? changed : null;
  }
}
