package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.HandlerContext;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.cause.Essence;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should happen, said as simply as possible: every handler is compared with what it has itself
 * last dealt with. Predicts the calls of every look, and checks each against what it gets to see.
 */
final class LifeModel {

  private static final long CAP_SECONDS = 600;

  private final HandledKind kind;
  private Known known = new Known();
  private Known durable = new Known();
  private final Set<String> toResume = new HashSet<>();
  private boolean processHasSeen;
  private boolean unwritten;
  private boolean acting;
  private @Nullable JsonNode essence;
  private boolean deleting;
  private List<String> expected = List.of();
  private final List<String> called = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  LifeModel(HandledKind kind) {
    this.kind = kind;
  }

  void restart() {
    known = durable.copy();
    toResume.clear();
    processHasSeen = false;
    unwritten = false;
  }

  /** A look begins; nothing may be called while changes wait to be written. */
  void lookBegins(@Nullable ObjectNode object, boolean unsaved, Instant time) {
    called.clear();
    expected = List.of();
    now = time;
    acting = false;
    if (unwritten && !unsaved) {
      // what was refused is dropped when the object asks for something else
      known = durable.copy();
      unwritten = false;
    }
    if (object == null || unsaved) {
      essence = null;
      return;
    }
    if (!processHasSeen && durable.origin != null && isCreated(durable)) {
      kind.causes().forEach(handler -> toResume.add(handler.id()));
    }
    processHasSeen = true;
    essence = Essence.of(object).fields();
    deleting = object.path("metadata").has("deletionTimestamp");
    boolean finalizer = object.path("metadata").path("finalizers").size() > 0;
    acting =
        finalizer == Known.needsFinalizer(kind) && (deleting ? finalizer : Known.needsState(kind));
    if (acting) {
      begin();
      skip();
      expected =
          kind.causes().stream()
              .filter(handler -> after(handler).stream().noneMatch(this::isPending))
              .filter(this::isDue)
              .map(handler -> call(handler.id(), Objects.requireNonNull(reason(handler))))
              .toList();
    }
  }

  private void begin() {
    if (deleting) {
      known.trying.values().removeIf(trying -> trying.reason() != Reason.DELETE);
    } else if (known.origin == null) {
      known.origin = essence;
    }
  }

  /** Why a handler has to run, if not now then later. */
  private @Nullable Reason reason(HandlerSpec handler) {
    if (deleting) {
      boolean left = !known.deleted.contains(handler.id());
      return left && handler.runsOn(Reason.DELETE) ? Reason.DELETE : null;
    }
    return isCreated(known) ? whileLiving(handler) : whileCreating(handler);
  }

  private boolean isDue(HandlerSpec handler) {
    Reason reason = reason(handler);
    return reason != null && mayTry(handler, reason);
  }

  private List<String> after(HandlerSpec handler) {
    Reason reason = reason(handler);
    return reason == null ? List.of() : handler.options(reason).after();
  }

  private boolean isPending(String id) {
    return kind.causes().stream().anyMatch(one -> one.id().equals(id) && reason(one) != null);
  }

  private boolean hasFailed(String id) {
    String failed = known.failed.get(id);
    return failed != null && (deleting || failed.equals(Json.hash(present())));
  }

  /** What comes after a failure has failed too. */
  private void skip() {
    for (HandlerSpec one = unreachable(); one != null; one = unreachable()) {
      Reason reason = Objects.requireNonNull(reason(one));
      known.gaveUp(one.id(), reason, present());
      toResume.remove(one.id());
    }
  }

  private @Nullable HandlerSpec unreachable() {
    return kind.causes().stream()
        .filter(this::isDue)
        .filter(one -> after(one).stream().noneMatch(this::isPending))
        .filter(one -> after(one).stream().anyMatch(this::hasFailed))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Reason whileCreating(HandlerSpec handler) {
    if (!known.created.contains(handler.id())) {
      return handler.runsOn(Reason.CREATE) ? Reason.CREATE : null;
    }
    return known.wantsUpdate(handler, present()) ? Reason.UPDATE : null;
  }

  private @Nullable Reason whileLiving(HandlerSpec handler) {
    if (known.wantsUpdate(handler, present())) {
      return Reason.UPDATE;
    }
    boolean wanted =
        toResume.contains(handler.id()) || known.trying(handler.id(), Reason.RESUME) != null;
    return wanted && handler.runsOn(Reason.RESUME) ? Reason.RESUME : null;
  }

  private boolean isCreated(Known memory) {
    return kind.causes().stream()
        .allMatch(one -> !one.runsOn(Reason.CREATE) || memory.created.contains(one.id()));
  }

  private boolean mayTry(HandlerSpec handler, Reason reason) {
    Known.Trying trying = known.trying(handler.id(), reason);
    return trying == null || !trying.notBefore().isAfter(now);
  }

  /** A handler has been called, and this is how it is going to end. */
  void called(HandlerContext context, Play play) {
    String id = context.handlerId();
    Reason reason = context.reason();
    called.add(call(id, reason));
    assertThat(expected).as("calls of this look").contains(call(id, reason));
    HandlerSpec handler = kind.causes().stream().filter(one -> one.id().equals(id)).findAny().get();
    Known.Trying trying = known.trying(id, reason);
    assertThat(context.retry())
        .as("attempt of %s", id)
        .isEqualTo(
            trying == null ? new Retry(0, now) : new Retry(trying.attempts(), trying.started()));
    if (reason == Reason.CREATE || reason == Reason.UPDATE) {
      assertThat(context.before()).as("before").isEqualTo(known.before(handler, reason));
      assertThat(context.after()).as("after").isEqualTo(Known.field(handler, reason, present()));
      assertThat(context.diff().isEmpty()).as("an empty diff").isFalse();
    }
    ends(handler, reason, trying, context.retry().started(), play);
  }

  private void ends(
      HandlerSpec handler,
      Reason reason,
      Known.@Nullable Trying trying,
      Instant started,
      Play play) {
    String id = handler.id();
    int attempts = trying == null ? 0 : trying.attempts();
    int pauses = trying == null ? 0 : trying.pauses();
    boolean counts = play.end() != Play.End.API_TROUBLE;
    int limit = handler.options(reason).retries();
    Duration pause =
        switch (play.end()) {
          case SUCCESS, FOR_GOOD, AT_ONCE -> Duration.ZERO;
          case LATER -> Play.DELAY;
          case UNEXPECTED, API_TROUBLE ->
              Duration.ofSeconds(Math.min(CAP_SECONDS, 1L << Math.min(pauses, 20)));
        };
    if (play.end() == Play.End.SUCCESS) {
      known.finished(id, reason, present());
      toResume.remove(id);
    } else if (play.end() == Play.End.FOR_GOOD || (counts && attempts + 1 == limit)) {
      known.gaveUp(id, reason, present());
      toResume.remove(id);
    } else {
      known.failed.remove(id);
      known.failedUnchanged.remove(id);
      known.trying.put(
          id,
          new Known.Trying(
              reason, counts ? attempts + 1 : attempts, pauses + 1, started, now.plus(pause)));
    }
  }

  /** A look has ended. */
  void lookEnds(@Nullable ObjectNode before, @Nullable ObjectNode after, Fate fate) {
    assertThat(called).as("calls of this look").isEqualTo(expected);
    if (essence != null && known.origin != null) {
      String hash = Json.hash(essence);
      known.failedUnchanged.removeIf(id -> !hash.equals(known.failed.get(id)));
    }
    if (acting) {
      skip();
      // an attempt at a change that was taken back is no attempt at the next one
      kind.causes().stream()
          .filter(one -> reason(one) == null)
          .forEach(one -> known.trying.remove(one.id()));
      if (!deleting && kind.causes().stream().noneMatch(one -> reason(one) != null)) {
        String settled = Json.hash(present());
        known.failed.values().removeIf(hash -> !hash.equals(settled));
      }
    }
    if (before != null && hasFinalizer(before) && (after == null || !hasFinalizer(after))) {
      assertThat(kind.causes())
          .as("released only when cleaned up")
          .allMatch(one -> !one.runsOn(Reason.DELETE) || known.deleted.contains(one.id()));
    }
    switch (fate) {
      case WRITTEN -> {
        durable = known.copy();
        unwritten = false;
      }
      case REFUSED, DELAYED -> unwritten = true;
      case CRASHED -> restart();
    }
  }

  /** Nothing is left to do: everybody has dealt with the object as it is. */
  void settled(ObjectNode object) {
    JsonNode last = Essence.of(object).fields();
    assertThat(isCreated(durable)).as("created").isTrue();
    for (HandlerSpec handler : kind.causes()) {
      if (handler.runsOn(Reason.UPDATE)) {
        assertThat(durable.wantsUpdate(handler, last))
            .as("%s missed a change", handler.id())
            .isFalse();
      }
      if (handler.runsOn(Reason.RESUME)) {
        assertThat(toResume).as("resumed").doesNotContain(handler.id());
      }
    }
  }

  /** The handlers whose failure has to be known, or may be. */
  Set<String> failures(ObjectNode object, boolean required) {
    String hash = Essence.of(object).hash();
    Set<String> found = new HashSet<>(durable.failed.keySet());
    found.removeIf(id -> !hash.equals(durable.failed.get(id)));
    if (required) {
      found.retainAll(durable.failedUnchanged);
    }
    return found;
  }

  private JsonNode present() {
    return Objects.requireNonNull(essence, "a look is going on");
  }

  private static boolean hasFinalizer(ObjectNode object) {
    return object.path("metadata").path("finalizers").size() > 0;
  }

  private static String call(String id, Reason reason) {
    return id + " " + reason.text();
  }
}
