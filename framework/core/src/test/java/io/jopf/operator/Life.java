package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.HandlerContext;
import io.jopf.cause.Marks;
import io.jopf.handler.HandledKind;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.patch.Written;
import io.jopf.state.Transitions;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One object in an API server, and the operator's processes that look at it one after the other.
 * Looks only when there is a reason: an event, or the moment that the last cycle asked for. The
 * echo of an own write is no event.
 */
final class Life {

  static final Marks MARKS = new Marks("test");
  private static final Duration PAUSE = Duration.ofSeconds(1);

  final FakeTime time = new FakeTime();
  private final HandledKind kind;
  // without jitter, so that a test can tell when a retry is due
  private final Transitions transitions = new Transitions(() -> 0);
  private @Nullable ObjectNode stored;
  private @Nullable Memory memory;
  private boolean woken = true;
  private @Nullable Instant wakeAt;
  private int requests;

  Life(HandledKind kind, Consumer<HandlerContext> handlers) {
    this.kind = kind;
    Stage.SHARED.script.is(handlers);
    create("uid-1");
  }

  /** Creates the object, or another one under the same name. */
  void create(String uid) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    object.put("apiVersion", "v1").put("kind", "ConfigMap");
    object.withObject("/metadata").put("name", "one").put("namespace", "default").put("uid", uid);
    object.withObject("/data").put("image", "0").put("other", "0");
    stored = object;
    woken = true;
  }

  HandledKind kind() {
    return kind;
  }

  /** The object as the API server has it; null once gone. */
  @Nullable ObjectNode stored() {
    return stored == null ? null : stored.deepCopy();
  }

  /** The object, which is there. */
  ObjectNode object() {
    if (stored == null) {
      throw new AssertionError("the object is gone");
    }
    return stored.deepCopy();
  }

  void edit(Consumer<ObjectNode> change) {
    if (stored != null) {
      ObjectNode next = stored.deepCopy();
      change.accept(next);
      woken |= !next.equals(stored);
      stored = next;
    }
  }

  void image(String image) {
    edit(object -> object.withObject("/data").put("image", image));
  }

  void delete() {
    edit(object -> object.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z"));
    goneIfReleased();
  }

  void restart() {
    memory = null;
    woken = true;
    wakeAt = null;
  }

  boolean isDue() {
    return woken || (wakeAt != null && !wakeAt.isAfter(time.now()));
  }

  boolean hasUnsaved() {
    return memory != null
        && stored != null
        && memory.uid.equals(stored.path("metadata").path("uid").asText())
        && memory.toWrite(resource(stored)) != null;
  }

  /** How many writes there were. */
  int requests() {
    return requests;
  }

  /** How long until it looks again by itself; null if only an event makes it. */
  @Nullable Duration pause() {
    return wakeAt == null ? null : Duration.between(time.now(), wakeAt);
  }

  /** Looks until nothing is left to do, through all pauses. */
  void settle() {
    for (int looks = 0; isDue() || wakeAt != null; looks++) {
      if (looks > 1000) {
        throw new AssertionError("does not come to rest: " + stored);
      }
      if (!isDue()) {
        time.advance(Duration.between(time.now(), wakeAt));
      }
      look(Fate.WRITTEN);
    }
  }

  /** Looks as often as is due without waiting. */
  void looks() {
    for (int looks = 0; isDue(); looks++) {
      if (looks > 100) {
        throw new AssertionError("looks for ever: " + stored);
      }
      look(Fate.WRITTEN);
    }
  }

  /** Handles the key once, as {@link Handling} does. */
  void look(Fate fate) {
    woken = false;
    wakeAt = null;
    if (stored == null) {
      memory = null;
      return;
    }
    GenericKubernetesResource object = resource(stored);
    Memory mine = memory(object);
    Changes unsaved = mine.toWrite(object);
    if (unsaved != null) {
      write(object, mine, unsaved, time.now(), fate);
      return;
    }
    Caller caller = Stage.SHARED.caller(time, object);
    Cycle cycle =
        new Cycle(kind, MARKS, time, transitions, caller, mine, Guard.NONE, Json.tree(object));
    Changes changes = cycle.run();
    write(object, mine, changes, cycle.again(), fate);
  }

  /** Looks at an earlier state, as an event does that comes late; writes nothing. */
  void lookAt(ObjectNode earlier) {
    GenericKubernetesResource object = resource(earlier);
    Caller caller = Stage.SHARED.caller(time, object);
    new Cycle(
            kind, MARKS, time, transitions, caller, memory(object), Guard.NONE, earlier.deepCopy())
        .run();
  }

  private static GenericKubernetesResource resource(ObjectNode json) {
    return Json.MAPPER.convertValue(json, GenericKubernetesResource.class);
  }

  private void write(
      GenericKubernetesResource object,
      Memory mine,
      Changes changes,
      @Nullable Instant again,
      Fate fate) {
    switch (fate) {
      case WRITTEN -> {
        mine.unsaved = null;
        mine.accepted();
        mine.released |= changes.isRelease();
        wakeAt = again;
        requests += Written.requests(changes);
        if (stored != null) {
          stored = Written.to(stored, changes, MARKS.finalizer());
          goneIfReleased();
        }
      }
      case DELAYED -> {
        mine.unsaved = changes;
        wakeAt = time.now().plus(PAUSE);
      }
      case REFUSED -> {
        mine.unsaved = changes;
        mine.refused(object, "no");
        wakeAt = time.now().plus(PAUSE);
      }
      case CRASHED -> restart();
    }
  }

  private Memory memory(GenericKubernetesResource object) {
    String uid = object.getMetadata().getUid();
    Memory known = memory;
    if (known == null || !known.uid.equals(uid)) {
      known = Memory.of(Json.tree(object), MARKS, kind);
      memory = known;
    }
    return known;
  }

  private void goneIfReleased() {
    if (stored != null
        && stored.path("metadata").has("deletionTimestamp")
        && stored.path("metadata").path("finalizers").isEmpty()) {
      stored = null;
      woken = true;
    }
  }
}
