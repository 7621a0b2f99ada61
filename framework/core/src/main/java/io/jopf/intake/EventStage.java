package io.jopf.intake;

import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandlerSpec;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the {@code @OnEvent} handlers. */
final class EventStage implements Stage {

  private final List<HandlerSpec> handlers;
  private final EventLines lines;
  private final Looks looks;
  private final HandlerCalls calls;
  private final Time time;

  EventStage(
      List<HandlerSpec> handlers, EventLines lines, Looks looks, HandlerCalls calls, Time time) {
    this.handlers = handlers;
    this.lines = lines;
    this.looks = looks;
    this.calls = calls;
    this.time = time;
  }

  @Override
  public @Nullable Duration look(ObjectKey key, @Nullable Look now) {
    for (RawEvent raw : lines.take(key)) {
      Look then = raw.object() == null ? now : looks.at(raw.object());
      if (then == null || !then.uid().equals(raw.uid())) {
        // found at the start and gone since, and nobody has heard of it
        continue;
      }
      for (HandlerSpec handler : handlers) {
        if (then.matches(handler, Reason.EVENT)) {
          Retry first = new Retry(0, time.now());
          Called called =
              calls.call(
                  handler, Reason.EVENT, first, then.object(), new Extras(raw.event(), null));
          calls.write(then.object(), called.changes());
        }
      }
    }
    return null;
  }
}
