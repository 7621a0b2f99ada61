package io.jopf.differential;

import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

@Handlers(Sample.class)
class LateHandlers {

  @OnCreate
  void created(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate
  void quick(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnUpdate
  void slow(Sample sample, @Bindable Recorder recorder) {
    recorder.call(
        () -> {
          if (sample.getSpec().get("size") instanceof Number size && size.intValue() < 3) {
            throw new TemporaryException("not yet", Duration.ofSeconds(3));
          }
          return null;
        });
  }
}
