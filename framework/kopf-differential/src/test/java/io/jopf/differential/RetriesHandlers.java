package io.jopf.differential;

import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class RetriesHandlers {

  @OnCreate
  @Nullable String later(@Bindable Recorder recorder, Retry retry) {
    return recorder.call(
        () -> {
          if (retry.attempt() < 2) {
            throw new TemporaryException("not yet", Duration.ofMillis(500));
          }
          return "after " + retry.attempt();
        });
  }

  @OnCreate
  void never(@Bindable Recorder recorder) {
    recorder.call(
        () -> {
          throw new PermanentException("never");
        });
  }

  @OnCreate(retries = 3, backoff = "200ms")
  void thrice(@Bindable Recorder recorder) {
    recorder.call(RetriesHandlers::unexpected);
  }

  @OnCreate(retries = 2)
  void twice(@Bindable Recorder recorder) {
    recorder.call(
        () -> {
          throw new TemporaryException("again", Duration.ofMillis(200));
        });
  }

  @OnCreate(errors = ErrorMode.PERMANENT)
  void strict(@Bindable Recorder recorder) {
    recorder.call(RetriesHandlers::unexpected);
  }

  @OnCreate(errors = ErrorMode.IGNORED)
  void careless(@Bindable Recorder recorder) {
    recorder.call(RetriesHandlers::unexpected);
  }

  @OnCreate(backoff = "300ms")
  void patient(@Bindable Recorder recorder, Retry retry) {
    recorder.call(() -> retry.attempt() < 1 ? unexpected() : null);
  }

  @OnUpdate
  void updated(@Bindable Recorder recorder) {
    recorder.call();
  }

  private static @Nullable Object unexpected() {
    throw new IllegalArgumentException("unexpected");
  }
}
