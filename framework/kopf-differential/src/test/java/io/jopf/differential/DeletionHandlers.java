package io.jopf.differential;

import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnResume;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

@Handlers(Sample.class)
class DeletionHandlers {

  private static final Duration SOON = Duration.ofMillis(500);

  @OnCreate
  void created(Sample sample, @Bindable Recorder recorder) {
    recorder.call(
        () -> {
          if (sample.getSpec().containsKey("stubborn")) {
            throw new TemporaryException("never done", SOON);
          }
          return null;
        });
  }

  @OnDelete
  void deleted(@Bindable Recorder recorder, Retry retry) {
    recorder.call(
        () -> {
          if (retry.attempt() < 1) {
            throw new TemporaryException("not yet", SOON);
          }
          return null;
        });
  }

  @OnDelete
  void last(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnDelete
  void failing(@Bindable Recorder recorder) {
    recorder.call(
        () -> {
          throw new PermanentException("whatever");
        });
  }

  @OnResume
  void resumed(@Bindable Recorder recorder) {
    recorder.call();
  }
}
