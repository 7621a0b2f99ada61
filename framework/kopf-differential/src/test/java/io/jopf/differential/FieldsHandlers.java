package io.jopf.differential;

import io.jopf.annotation.FieldValue;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class FieldsHandlers {

  @OnField(field = "spec.size", creation = true)
  @Nullable String sized(@Bindable Recorder recorder) {
    return recorder.callWithChanges(() -> "done");
  }

  @OnField(field = "spec.first", creation = true)
  @OnField(field = "spec.second", creation = true)
  void either(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnUpdate(id = "not_red_any_more", field = "spec.colour", oldValue = "red")
  void notRedAnyMore(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate(id = "red_now", field = "spec.colour", newValue = "red")
  void redNow(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate(id = "red_before_or_after", field = "spec.colour", value = "red")
  void redBeforeOrAfter(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate(field = "spec.colour", oldValue = FieldValue.ABSENT, newValue = FieldValue.PRESENT)
  void coloured(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnCreate
  void created(@Bindable Recorder recorder) {
    recorder.call();
  }
}
