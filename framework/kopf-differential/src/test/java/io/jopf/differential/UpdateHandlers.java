package io.jopf.differential;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class UpdateHandlers {

  @OnCreate
  void created(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate
  void whole(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnUpdate(field = "spec.size")
  @Nullable Integer size(@Bindable Recorder recorder, @Nullable @New Integer now) {
    return recorder.callWithChanges(() -> now);
  }

  @OnUpdate(field = "spec.parts")
  void parts(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnUpdate(field = "metadata.labels.team")
  void team(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }
}
