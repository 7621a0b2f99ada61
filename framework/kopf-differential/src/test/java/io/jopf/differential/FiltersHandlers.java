package io.jopf.differential;

import io.jopf.ObjectPredicate;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnUpdate;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.inject.Singleton;

@Handlers(Sample.class)
class FiltersHandlers {

  @OnCreate(labels = "team=blue")
  void blue(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnUpdate(labels = "team=blue")
  void changed(@Bindable Recorder recorder) {
    recorder.callWithChanges(() -> null);
  }

  @OnCreate(labels = "team=blue,!quiet")
  void loud(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnCreate(labels = "team", annotations = "example.com/note")
  void noted(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnCreate(labels = "team=blue", field = "spec.size", value = "3")
  void three(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnCreate(id = "with_t", labels = "team=blue", when = BeginsWithT.class)
  void withT(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnDelete(labels = "team=blue")
  void deleted(@Bindable Recorder recorder) {
    recorder.call();
  }

  @Singleton
  static class BeginsWithT implements ObjectPredicate<Sample> {
    @Override
    public boolean test(Sample sample) {
      return sample.getMetadata().getName().startsWith("t");
    }
  }
}
