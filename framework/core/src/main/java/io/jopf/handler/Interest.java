package io.jopf.handler;

import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import io.jopf.filter.Candidate;
import io.jopf.filter.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an object means to the handlers, whatever has happened to it last. An object of no interest
 * is left alone, and what it carries of ours is taken off.
 *
 * @param remembered whether something has to be remembered of it
 * @param finalizer whether its deletion has to wait for us
 * @param farewell whether handlers want to be told when it has gone without waiting
 */
public record Interest(boolean remembered, boolean finalizer, boolean farewell) {

  private static final Set<Reason> STATEFUL =
      EnumSet.of(Reason.CREATE, Reason.UPDATE, Reason.RESUME);

  /**
   * What an object means.
   *
   * @param handlers the kind's cause-style handlers
   * @param state what is remembered of it
   * @param essence what it asks for now
   * @param object the same object for the filters
   */
  public static Interest of(
      List<HandlerSpec> handlers, HandlingState state, Essence essence, Candidate object) {
    Seen seen = new Seen(state, essence);
    boolean finalizer = handlers.stream().anyMatch(handler -> deletes(handler, false, object));
    return new Interest(
        handlers.stream().anyMatch(handler -> remembers(handler, seen, object)),
        finalizer,
        !finalizer && handlers.stream().anyMatch(handler -> deletes(handler, true, object)));
  }

  private static boolean deletes(HandlerSpec handler, boolean optional, Candidate object) {
    return handler.runsOn(Reason.DELETE)
        && handler.options(Reason.DELETE).optional() == optional
        && handler.options(Reason.DELETE).filter().matches(object);
  }

  private static boolean remembers(HandlerSpec handler, Seen seen, Candidate object) {
    return handler.reasons().entrySet().stream()
        .filter(entry -> STATEFUL.contains(entry.getKey()))
        .anyMatch(
            entry -> {
              Filter filter = entry.getValue().filter();
              return entry.getKey() == Reason.UPDATE
                  ? filter.concerns(
                      object, seen.before(handler, filter.field()), seen.now(filter.field()))
                  : filter.matches(object);
            });
  }
}
