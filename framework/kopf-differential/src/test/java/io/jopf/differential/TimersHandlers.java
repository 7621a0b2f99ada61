package io.jopf.differential;

import io.jopf.Memo;
import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnTimer;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class TimersHandlers {

  @OnTimer(field = "spec.ticks", interval = "400ms")
  void tick(Sample sample, Memo memo, @Bindable Recorder recorder) {
    recorder.call(
        () ->
            sample.getSpec().get("ticks") instanceof Number ticks
                ? enough(nth(memo, "tick"), ticks.intValue())
                : null);
  }

  @OnTimer(labels = "flaky=yes", interval = "200ms")
  void flaky(Memo memo, Retry retry, @Bindable Recorder recorder) {
    recorder.call(
        () -> {
          enough(nth(memo, "flaky"), 5);
          if (retry.attempt() < 2) {
            throw new TemporaryException("not yet", Duration.ofMillis(100));
          }
          return null;
        });
  }

  @OnTimer(labels = "failing=yes", interval = "200ms", retries = 2, backoff = "100ms")
  void failing(@Bindable Recorder recorder) {
    recorder.call(
        () -> {
          throw new IllegalArgumentException("unexpected");
        });
  }

  @OnTimer(labels = "idle=yes", idle = "2s", interval = "1m")
  @Nullable Map<String, Object> idle(Sample sample, @Bindable Recorder recorder) {
    return recorder.call(() -> Map.of("step", sample.getSpec().get("step")));
  }

  @OnTimer(labels = "waits=yes", initialDelay = "2500ms", initialJitter = "1ms", interval = "1m")
  void waits(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnTimer(labels = "grid=yes", interval = "1s", sharp = true)
  void sharp(Memo memo, @Bindable Recorder recorder) {
    recorder.call(() -> slowly(nth(memo, "sharp")));
  }

  @OnTimer(labels = "grid=yes", interval = "1s")
  void relaxed(Memo memo, @Bindable Recorder recorder) {
    recorder.call(() -> slowly(nth(memo, "relaxed")));
  }

  @OnCreate(labels = "quiet=yes")
  @OnUpdate(labels = "quiet=yes")
  void remember() {}

  private static @Nullable Object slowly(int count) {
    enough(count, 4);
    LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
    return null;
  }

  private static @Nullable Object enough(int count, int most) {
    if (count > most) {
      throw new PermanentException("enough");
    }
    return null;
  }

  private static int nth(Memo memo, String name) {
    return memo.get(Counts.class, Counts::new).all.merge(name, 1, Integer::sum);
  }

  private static final class Counts {
    final Map<String, Integer> all = new ConcurrentHashMap<>();
  }
}
