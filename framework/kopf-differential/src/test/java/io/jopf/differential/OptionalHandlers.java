package io.jopf.differential;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;

@Handlers(Sample.class)
class OptionalHandlers {

  @OnCreate
  void created(Recorder recorder) {
    recorder.call();
  }

  @OnDelete(optional = true)
  void goodbye(Recorder recorder) {
    recorder.call();
  }
}
