package io.jopf.differential;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnEvent;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class EventsHandlers {

  @OnEvent
  void seen(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnEvent(labels = "team=blue")
  void blue(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnEvent(field = "spec.size", value = "3")
  void three(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnEvent
  void broken(@Bindable Recorder recorder) {
    recorder.call(
        () -> {
          throw new IllegalArgumentException("whatever");
        });
  }

  @OnEvent(labels = "answers=yes")
  @Nullable Map<String, Object> answering(Sample sample, @Bindable Recorder recorder) {
    return recorder.call(() -> Map.of("size", sample.getSpec().get("size")));
  }
}
