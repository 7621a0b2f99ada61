package io.jopf.index;

import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandlerSpec;
import io.jopf.intake.Extras;
import io.jopf.intake.HandlerCalls;
import io.jopf.intake.Look;
import io.jopf.intake.Stage;
import io.jopf.invoke.Outcome;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the indices of one kind up to date. */
public final class Indexer implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  private record Failing(ObjectKey object, String index) {}

  private record Kept(HandlerSpec handler, IndexStore<Object, Object> store) {}

  private final List<Kept> all;
  private final HandlerCalls calls;
  private final Time time;
  private final Map<Failing, Retry> failing = new ConcurrentHashMap<>();

  /** Empty indices. */
  public Indexer(List<HandlerSpec> handlers, Indices indices, HandlerCalls calls, Time time) {
    this.all = handlers.stream().map(handler -> new Kept(handler, indices.add(handler))).toList();
    this.calls = calls;
    this.time = time;
  }

  @Override
  public @Nullable Duration look(ObjectKey key, @Nullable Look now) {
    Duration again = null;
    for (Kept kept : all) {
      HandlerSpec handler = kept.handler();
      if (now == null || !now.matches(handler, Reason.INDEX)) {
        kept.store().remove(key);
        failing.remove(new Failing(key, handler.id()));
        continue;
      }
      Duration pause = index(key, now, handler, kept.store());
      again = again == null || (pause != null && pause.compareTo(again) < 0) ? pause : again;
    }
    return again;
  }

  private @Nullable Duration index(
      ObjectKey key, Look now, HandlerSpec handler, IndexStore<Object, Object> store) {
    Failing place = new Failing(key, handler.id());
    Retry retry = failing.getOrDefault(place, new Retry(0, time.now()));
    Outcome outcome = calls.call(handler, Reason.INDEX, retry, now.object(), Extras.NONE).outcome();
    if (outcome instanceof Outcome.Succeeded done) {
      failing.remove(place);
      if (done.result() == null) {
        store.keep(key, now.uid());
      } else {
        store.put(key, now.uid(), entries(key, done.result()));
      }
      return null;
    }
    store.remove(key);
    if (outcome instanceof Outcome.TryAgain again) {
      failing.put(place, new Retry(retry.attempt() + 1, retry.started()));
      return again.pause(handler.options(Reason.INDEX).backoff(), retry.attempt(), RANDOM);
    }
    failing.remove(place);
    LOG.warn("{} is left out of the index {} until it changes", key, handler.id());
    return null;
  }

  /** Null keys and values index nothing. */
  private static Map<Object, Object> entries(ObjectKey key, Object result) {
    if (!(result instanceof Map<?, ?> map)) {
      return Map.of(key, result);
    }
    Map<Object, Object> entries = new HashMap<>(map);
    entries.remove(null);
    entries.values().removeIf(value -> value == null);
    return entries;
  }
}
