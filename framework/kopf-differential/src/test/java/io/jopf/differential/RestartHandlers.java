package io.jopf.differential;

import io.jopf.Retry;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

@Handlers(Sample.class)
class RestartHandlers {

  @OnCreate
  @OnResume
  void appear(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnResume
  void resumed(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate
  void updated(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnCreate
  void slow(Sample sample, @Bindable Recorder recorder, Retry retry) {
    recorder.call(
        () -> {
          if (sample.getSpec().containsKey("wait") && retry.attempt() < 2) {
            throw new TemporaryException("not yet", Duration.ofSeconds(2));
          }
          if (sample.getSpec().containsKey("hang")) {
            recorder.whileExists("hang");
          }
          return null;
        });
  }
}
