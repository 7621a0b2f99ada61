package io.jopf.differential;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class WatchedHandlers {

  @OnField(id = "phase", field = "status.phase", creation = true)
  void phase(@Nullable @New String now, Retry retry, @Bindable Recorder recorder) {
    recorder.callWithChanges(
        () -> {
          if ("Broken".equals(now) && retry.attempt() < 2) {
            throw new TemporaryException(
                "not yet", Duration.ofMillis(retry.attempt() < 1 ? 500 : 5000));
          }
          return null;
        });
  }

  @OnUpdate(field = "spec")
  void asked(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnCreate
  void created(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnResume
  void resumed(@Bindable Recorder recorder) {
    recorder.call();
  }
}
