package io.jopf.differential;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.micronaut.core.bind.annotation.Bindable;

@Handlers(Sample.class)
class OptionalHandlers {

  @OnCreate
  void created(@Bindable Recorder recorder) {
    recorder.call();
  }

  @OnDelete(optional = true)
  void goodbye(@Bindable Recorder recorder) {
    recorder.call();
  }
}
