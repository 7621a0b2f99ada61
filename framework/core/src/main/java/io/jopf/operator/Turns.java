package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.client.Fence;
import io.jopf.client.FencedException;
import io.jopf.client.ResourceKind;
import io.jopf.client.ServerAnswer;
import io.jopf.handler.Backoff;
import io.jopf.metrics.Observer;
import io.jopf.queue.WorkQueue;
import io.jopf.time.Time;
import io.jopf.watch.CacheListener;
import io.jopf.watch.ObjectCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turn of each key: has the newest object handled, and whatever comes of it, sees to it that
 * the key's next turn comes when it should.
 */
final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
  private static final Duration STANDBY = Duration.ofSeconds(1);

  private final ResourceKind resource;
  private final ObjectCache cache;
  private final WorkQueue<ObjectKey> queue;
  private final Handling handling;
  private final Observer observer;
  private final Time time;
  private final Seen seen = new Seen();
  private final Map<ObjectKey, Integer> troubles = new ConcurrentHashMap<>();

  Turns(
      ObjectCache cache,
      WorkQueue<ObjectKey> queue,
      Handling handling,
      Observer observer,
      Time time) {
    this.resource = cache.kind();
    this.cache = cache;
    this.queue = queue;
    this.handling = handling;
    this.observer = observer;
    this.time = time;
  }

  /** Wants a turn for every change that the last one has not seen. */
  CacheListener waking(Consumer<ObjectKey> wake) {
    return seen.waking(wake);
  }

  /** A key has its turn, in a term that may be over. */
  void take(ObjectKey key, Fence term) {
    if (!term.holds()) {
      queue.addAfter(key, STANDBY);
      return;
    }
    GenericKubernetesResource object =
        seen.look(
            key,
            () -> {
              queue.begin(key);
              return cache.get(key);
            });
    try {
      Instant again =
          object == null || !handling.concerns(object)
              ? forget(key, term)
              : handling.look(key, object, term);
      troubles.remove(key);
      if (again != null) {
        // counted from when it was wished for, however long the write took
        again(key, Duration.between(time.now(), again), "");
      }
    } catch (FencedException e) {
      LOG.debug("{} {}: {}", resource.kind(), key, e.getMessage());
      queue.addAfter(key, STANDBY);
    } catch (Throwable e) { // whatever it is, the object must be looked at again
      int count = troubles.merge(key, 1, Integer::sum);
      Duration pause = Backoff.EXPONENTIAL.after(count - 1, RANDOM);
      LOG.warn("{} {}: {}; trying again in {}", resource.kind(), key, ServerAnswer.text(e), pause);
      LOG.debug("{} {}", resource.kind(), key, e);
      again(key, pause, ServerAnswer.text(e));
    }
  }

  private @Nullable Instant forget(ObjectKey key, Fence term) {
    seen.forget(key);
    handling.forget(key, term);
    queue.forget(key);
    return null;
  }

  private void again(ObjectKey key, Duration pause, String why) {
    observer.waits(resource.resourceName(), key, pause, why);
    if (pause.isZero() || pause.isNegative()) {
      // whoever has not had a turn yet goes first
      queue.addUnfinished(key);
    } else {
      queue.addAfter(key, pause);
    }
  }
}
