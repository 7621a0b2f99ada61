package io.jopf.differential;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those that go on: by their names, and one, {@code cleaned}, by the setting. */
@Handlers(Sample.class)
class HeritageHandlers {

  @OnCreate
  @Nullable String makeIt(@Bindable Recorder recorder) {
    return recorder.call(() -> "made");
  }

  @OnCreate
  void waitForIt(Sample sample, @Bindable Recorder recorder, Retry retry) {
    recorder.call(() -> notYet(sample, "wait", retry, 3));
  }

  @OnUpdate
  void changeIt(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnUpdate(field = "spec.size")
  void resizeIt(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnResume
  void resumeIt(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnDelete
  void takeDown(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnDelete
  void cleaned(Sample sample, @Bindable Recorder recorder, Retry retry) {
    recorder.call(() -> notYet(sample, "sticky", retry, 2));
  }

  private static @Nullable Object notYet(Sample sample, String field, Retry retry, int attempts) {
    Map<String, Object> spec = sample.getSpec();
    if (spec.containsKey(field) && retry.attempt() < attempts) {
      throw new TemporaryException("not yet", Duration.ofMillis(100));
    }
    return null;
  }
}
