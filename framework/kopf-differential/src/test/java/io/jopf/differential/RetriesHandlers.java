package io.jopf.differential;

import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class RetriesHandlers {

  @OnCreate
  @Nullable String later(Recorder recorder, Retry retry) {
    return recorder.call(
        () -> {
          if (retry.attempt() < 2) {
            throw new TemporaryException("not yet", Duration.ofMillis(500));
          }
          return "after " + retry.attempt();
        });
  }

  @OnCreate
  void never(Recorder recorder) {
    recorder.call(
        () -> {
          throw new PermanentException("never");
        });
  }

  @OnCreate(retries = 3, backoff = "200ms")
  void thrice(Recorder recorder) {
    recorder.call(RetriesHandlers::unexpected);
  }

  @OnCreate(retries = 2)
  void twice(Recorder recorder) {
    recorder.call(
        () -> {
          throw new TemporaryException("again", Duration.ofMillis(200));
        });
  }

  @OnCreate(errors = ErrorMode.PERMANENT)
  void strict(Recorder recorder) {
    recorder.call(RetriesHandlers::unexpected);
  }

  @OnCreate(errors = ErrorMode.IGNORED)
  void careless(Recorder recorder) {
    recorder.call(RetriesHandlers::unexpected);
  }

  @OnCreate(backoff = "300ms")
  void patient(Recorder recorder, Retry retry) {
    recorder.call(() -> retry.attempt() < 1 ? unexpected() : null);
  }

  @OnUpdate
  void updated(Recorder recorder) {
    recorder.call();
  }

  private static @Nullable Object unexpected() {
    throw new IllegalArgumentException("unexpected");
  }
}
