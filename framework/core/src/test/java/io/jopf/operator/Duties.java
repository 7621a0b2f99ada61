package io.jopf.operator;

import io.jopf.Reason;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has something to do with an object in one look, by what is known of it.
 *
 * @param known changes as handlers finish
 * @param toResume ids of the handlers that have not resumed it in this process
 */
record Duties(HandledKind kind, Known known, Set<String> toResume, Sight sight, Instant now) {

  /** The calls of this look, such as {@code image update}. */
  List<String> calls() {
    return kind.causes().stream()
        .filter(handler -> after(handler).stream().noneMatch(this::isPending))
        .filter(this::isDue)
        .map(handler -> handler.id() + " " + Objects.requireNonNull(reason(handler)).text())
        .toList();
  }

  /** Why a handler has to run, if not now then later. */
  private @Nullable Reason reason(HandlerSpec handler) {
    if (sight.deleting()) {
      boolean left = !known.deleted.contains(handler.id());
      return left && sight.matches(handler, Reason.DELETE) ? Reason.DELETE : null;
    }
    return known.living ? whileLiving(handler) : whileCreating(handler);
  }

  private @Nullable Reason whileCreating(HandlerSpec handler) {
    if (!known.created.contains(handler.id())) {
      return sight.matches(handler, Reason.CREATE) ? Reason.CREATE : null;
    }
    return sight.isUpdate(handler, known) ? Reason.UPDATE : null;
  }

  private @Nullable Reason whileLiving(HandlerSpec handler) {
    String id = handler.id();
    if (known.trying(id, Reason.CREATE) != null && sight.matches(handler, Reason.CREATE)) {
      return Reason.CREATE;
    }
    if (sight.isUpdate(handler, known)) {
      return Reason.UPDATE;
    }
    boolean wanted = toResume.contains(id) || known.trying(id, Reason.RESUME) != null;
    return wanted && sight.matches(handler, Reason.RESUME) ? Reason.RESUME : null;
  }

  private boolean isDue(HandlerSpec handler) {
    Reason reason = reason(handler);
    if (reason == null) {
      return false;
    }
    Known.Trying trying = known.trying(handler.id(), reason);
    return trying == null || !trying.notBefore().isAfter(now);
  }

  private List<String> after(HandlerSpec handler) {
    Reason reason = reason(handler);
    return reason == null ? List.of() : handler.options(reason).after();
  }

  private boolean isPending(String id) {
    return kind.causes().stream().anyMatch(one -> one.id().equals(id) && reason(one) != null);
  }

  private boolean hasFailed(String id) {
    return sight.deleting()
        ? known.failed.containsKey(id)
        : known.hasFailed(id, Json.hash(sight.essence()));
  }

  /** What comes after a failure has failed too. */
  void skip() {
    for (HandlerSpec one = unreachable(); one != null; one = unreachable()) {
      known.gaveUp(one.id(), Objects.requireNonNull(reason(one)), sight.essence());
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

  /** All have been called. */
  void end() {
    skip();
    if (!sight.deleting()
        && !known.living
        && kind.causes().stream().noneMatch(one -> reason(one) == Reason.CREATE)) {
      known.living = true;
      skip();
    }
    // an attempt at a change that was taken back is no attempt at the next one
    kind.causes().stream()
        .filter(one -> reason(one) == null)
        .forEach(one -> known.trying.remove(one.id()));
  }

  /** Whether nobody has anything left to do. */
  boolean areDone() {
    return kind.causes().stream().allMatch(one -> reason(one) == null);
  }
}
