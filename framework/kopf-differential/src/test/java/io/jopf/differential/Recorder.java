package io.jopf.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Diff;
import io.jopf.HandlerContext;
import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.SubHandlers;
import io.jopf.TemporaryException;
import io.jopf.WatchEvent;
import io.jopf.handler.HandledKind;
import io.jopf.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An argument of every handler: writes down the call that is made inside it. */
final class Recorder {

  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);

  private final Trace trace;
  private final HandlerContext context;

  Recorder(Trace trace, HandlerContext context) {
    this.trace = trace;
    this.context = context;
  }

  /** What a handler does, when it has nothing to do. */
  void call() {
    call(() -> null);
  }

  /** What a handler does. */
  <T> @Nullable T call(Callable<@Nullable T> work) {
    return record(new Who(context.handlerId(), context.retry()), false, work);
  }

  /** The same, and what has changed is written down too. */
  <T> @Nullable T callWithChanges(Callable<@Nullable T> work) {
    return record(new Who(context.handlerId(), context.retry()), true, work);
  }

  /** What a part of a handler does. */
  void part(SubHandlers.Sub part, Callable<@Nullable Object> work) {
    record(new Who(part.id(), part.retry()), false, work);
  }

  private record Who(String id, Retry retry) {}

  private <T> @Nullable T record(Who who, boolean changes, Callable<@Nullable T> work) {
    String id = UUID.randomUUID().toString();
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("call", id);
    line.put("object", context.raw().getMetadata().getName());
    line.put("handler", who.id());
    line.put("retry", who.retry().attempt());
    if (HandledKind.CAUSES.contains(context.reason())) {
      line.put("reason", context.reason().text());
    }
    context.watchEvent().ifPresent(event -> line.put("reason", "event " + text(event)));
    if (changes) {
      line.set("old", context.before());
      line.set("new", context.after());
      ArrayNode diff = line.putArray("diff");
      context.diff().items().stream()
          .sorted(Comparator.comparing(item -> String.join("/", item.path())))
          .forEach(item -> diff.add(item(item)));
    }
    trace.write(line);
    String outcome = Call.CUT_OFF;
    try {
      T result = work.call();
      outcome = "succeeded";
      return result;
    } catch (TemporaryException e) {
      outcome = "asked for another try";
      throw e;
    } catch (PermanentException e) {
      outcome = "gave up";
      throw e;
    } catch (Exception e) {
      outcome = Thread.currentThread().isInterrupted() ? Call.CUT_OFF : "failed";
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    } finally {
      if (!outcome.equals(Call.CUT_OFF)) {
        trace.write(Json.MAPPER.createObjectNode().put("call", id).put("outcome", outcome));
      }
    }
  }

  private static String text(WatchEvent event) {
    return event.initial() ? "initial" : event.type().name().toLowerCase(Locale.ROOT);
  }

  private static JsonNode item(Diff.Item item) {
    ArrayNode node = Json.MAPPER.createArrayNode();
    node.add(item.op().name().toLowerCase(Locale.ROOT));
    ArrayNode path = node.addArray();
    item.path().forEach(path::add);
    return node.add(item.before()).add(item.after());
  }

  /** Blocks as long as there is a file of this name beside the trace. */
  void whileExists(String name) {
    Path gate = trace.file().resolveSibling(name);
    while (Files.exists(gate)) {
      LockSupport.parkNanos(POLL);
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted");
      }
    }
  }
}
