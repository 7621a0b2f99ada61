package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.Diff;
import io.jopf.HandlerContext;
import io.jopf.Retry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Remembers how handlers were called, and lets them end as planned. */
final class Calls implements Consumer<HandlerContext> {

  record Call(String what, Retry retry, Diff diff, JsonNode before, JsonNode after) {}

  private final Map<String, Deque<Play.End>> plans = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();

  /** A life of an object that these handlers look after. */
  Life life(String... handlers) {
    return new Life(Stage.SHARED.kind(Set.of(handlers)), this);
  }

  /** How the next calls of a handler end; later ones succeed. */
  void plan(String handler, Play.End... ends) {
    plans.put(handler, new ArrayDeque<>(List.of(ends)));
  }

  /** The calls since the last question, such as {@code image update}. */
  List<String> since() {
    List<String> what = whole().stream().map(Call::what).toList();
    calls.clear();
    return what;
  }

  /** All calls since the last question, in detail. */
  List<Call> whole() {
    return List.copyOf(calls);
  }

  Call last() {
    return calls.get(calls.size() - 1);
  }

  @Override
  public void accept(HandlerContext context) {
    calls.add(
        new Call(
            context.handlerId() + " " + context.reason().text(),
            context.retry(),
            context.diff(),
            context.before(),
            context.after()));
    Deque<Play.End> plan = plans.getOrDefault(context.handlerId(), new ArrayDeque<>());
    Play.End end = plan.isEmpty() ? Play.End.SUCCESS : plan.remove();
    new Play(end, null).perform();
  }
}
