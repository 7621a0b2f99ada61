package io.jopf.differential;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class CreationHandlers {

  @OnCreate
  @Nullable Map<String, Object> first(Recorder recorder) {
    return recorder.callWithChanges(() -> Map.of("size", 1, "names", List.of("a", "b")));
  }

  @OnCreate
  @Nullable String second(Recorder recorder) {
    return recorder.call(() -> "text");
  }

  @OnCreate
  void third(Recorder recorder) {
    recorder.call();
  }
}
