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
  private boolean mayLetGo;

  /** The object as this look sees it; null while an earlier look's changes are written. */
  private @Nullable Sight sight;

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
    sight = null;
    if (unwritten && !unsaved) {
      // what was refused is dropped when the object asks for something else
      known = durable.copy();
      unwritten = false;
    }
    if (object == null || unsaved) {
      return;
    }
    if (!processHasSeen && durable.living) {
      kind.causes().forEach(handler -> toResume.add(handler.id()));
    }
    processHasSeen = true;
    Sight seen = Sight.of(kind, object);
    sight = seen;
    if (seen.deleting()) {
      acting = seen.hasFinalizer();
    } else if (seen.hasFinalizer() || !seen.wantsFinalizer()) {
      acting = seen.isRemembered(known);
      if (!acting) {
        forget();
      }
    }
    if (acting) {
      begin(seen);
      duties().skip();
      expected = duties().calls();
    }
  }

  /** An object that concerns nobody is as if it had never been handled. */
  private void forget() {
    known = new Known();
    toResume.clear();
  }

  private void begin(Sight seen) {
    String wish = seen.wish();
    if (wish != null && !wish.equals(known.wish)) {
      known.wish = wish;
      known.again(kind.causes(), seen.essence(), now);
    }
    if (seen.deleting()) {
      known.trying.values().removeIf(trying -> trying.reason() != Reason.DELETE);
    } else if (known.origin == null) {
      known.origin = seen.essence();
    }
  }

  /** A handler has been called, and this is how it is going to end. */
  void called(HandlerContext context, Play play) {
    String id = context.handlerId();
    Reason reason = context.reason();
    called.add(call(id, reason));
    assertThat(expected).as("calls of this look").contains(call(id, reason));
    HandlerSpec handler = kind.causes().stream().filter(one -> one.id().equals(id)).findAny().get();
    JsonNode essence = present().essence();
    Known.Trying trying = known.trying(id, reason);
    assertThat(context.retry())
        .as("attempt of %s", id)
        .isEqualTo(
            trying == null ? new Retry(0, now) : new Retry(trying.attempts(), trying.started()));
    if (reason == Reason.CREATE || reason == Reason.UPDATE) {
      assertThat(context.before()).as("before").isEqualTo(known.before(handler, reason));
      assertThat(context.after()).as("after").isEqualTo(Known.field(handler, reason, essence));
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
      known.finished(id, reason, present().essence());
      toResume.remove(id);
    } else if (play.end() == Play.End.FOR_GOOD || (counts && attempts + 1 == limit)) {
      known.gaveUp(id, reason, present().essence());
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
    Sight seen = sight;
    if (seen != null) {
      String hash = Json.hash(seen.essence());
      known.failedUnchanged.removeIf(id -> !known.hasFailed(id, hash));
      if (acting) {
        settle(seen);
      }
      mayLetGo = seen.deleting() ? duties().areDone() : !seen.wantsFinalizer();
    }
    if (before != null && hasFinalizer(before) && (after == null || !hasFinalizer(after))) {
      assertThat(mayLetGo).as("released only when cleaned up").isTrue();
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

  private void settle(Sight seen) {
    duties().end();
    if (!seen.deleting() && duties().areDone()) {
      known.settled(seen.essence());
      toResume.clear();
      if (!seen.isRemembered(known)) {
        forget();
      }
    }
  }

  /** Whether anything has to be remembered of an object as it is. */
  boolean remembers(ObjectNode object) {
    return Sight.of(kind, object).isRemembered(durable);
  }

  /** Nothing is left to do: everybody has dealt with the object as it is. */
  void settled(ObjectNode object) {
    Sight last = Sight.of(kind, object);
    assertThat(durable.living).as("created").isTrue();
    for (HandlerSpec handler : kind.causes()) {
      assertThat(last.isUpdate(handler, durable)).as("%s missed a change", handler.id()).isFalse();
      if (last.matches(handler, Reason.RESUME)) {
        assertThat(toResume).as("resumed").doesNotContain(handler.id());
      }
      if (looksAtAllOf(handler, last)) {
        assertThat(durable.ended.get(handler.id()))
            .as("the last that %s has dealt with", handler.id())
            .isEqualTo(last.essence());
      }
    }
  }

  /** Whether a handler looks at all of an object, and has begun to. */
  private boolean looksAtAllOf(HandlerSpec handler, Sight last) {
    return last.matches(handler, Reason.UPDATE)
        && handler.options(Reason.UPDATE).field().isEmpty()
        && durable.ended.containsKey(handler.id());
  }

  /** The handlers whose failure has to be known, or may be. */
  Set<String> failures(ObjectNode object, boolean required) {
    String hash = Essence.of(object).hash();
    Set<String> found = new HashSet<>(durable.failed.keySet());
    found.removeIf(id -> !durable.hasFailed(id, hash));
    if (required) {
      found.retainAll(durable.failedUnchanged);
    }
    return found;
  }

  private Duties duties() {
    return new Duties(kind, known, toResume, present(), now);
  }

  private Sight present() {
    return Objects.requireNonNull(sight, "a look is going on");
  }

  private static boolean hasFinalizer(ObjectNode object) {
    return object.path("metadata").path("finalizers").size() > 0;
  }

  private static String call(String id, Reason reason) {
    return id + " " + reason.text();
  }
}
