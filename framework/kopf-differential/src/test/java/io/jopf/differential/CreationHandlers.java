package io.jopf.differential;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class CreationHandlers {

  @OnCreate
  @Nullable Map<String, Object> first(@Bindable Recorder recorder) {
    return recorder.callWithChanges(() -> Map.of("size", 1, "names", List.of("a", "b")));
  }

  @OnCreate
  @Nullable String second(@Bindable Recorder recorder) {
    return recorder.call(() -> "text");
  }

  @OnCreate
  void third(@Bindable Recorder recorder) {
    recorder.call();
  }
}
