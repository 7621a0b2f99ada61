package io.jopf.differential;

import io.jopf.Live;
import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.Stopped;
import io.jopf.TemporaryException;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnDelete;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class DaemonsHandlers {

  private static final Duration LONG = Duration.ofHours(1);

  @Daemon(labels = "follow=yes")
  void follow(Stopped stopped, @Bindable Recorder recorder) {
    recorder.call(() -> stopped.await(LONG));
  }

  @Daemon(labels = "once=yes")
  @Nullable Map<String, Object> once(Sample sample, @Bindable Recorder recorder) {
    return recorder.call(() -> size(sample));
  }

  @Daemon(labels = "stubborn=yes")
  void stubborn(Retry retry, Stopped stopped, @Bindable Recorder recorder) {
    recorder.call(
        () -> {
          if (retry.attempt() < 2) {
            throw new TemporaryException("not yet", Duration.ofMillis(200));
          }
          return stopped.await(LONG);
        });
  }

  @Daemon(labels = "hopeless=yes")
  void hopeless(@Bindable Recorder recorder) {
    recorder.call(
        () -> {
          throw new PermanentException("never");
        });
  }

  @Daemon(labels = "live=yes")
  @Nullable Map<String, Object> live(
      Live<Sample> live, Stopped stopped, @Bindable Recorder recorder) {
    return recorder.call(
        () -> {
          while (live.get().getSpec().get("size") instanceof Number size && size.intValue() < 2) {
            stopped.await(Duration.ofMillis(50));
          }
          return size(live.get());
        });
  }

  @OnDelete(labels = "farewell=yes")
  void farewell(@Bindable Recorder recorder) {
    recorder.call();
  }

  private static Map<String, Object> size(Sample sample) {
    return Map.of("size", sample.getSpec().get("size"));
  }
}
