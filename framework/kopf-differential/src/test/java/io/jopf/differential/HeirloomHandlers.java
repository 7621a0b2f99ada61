package io.jopf.differential;

import io.jopf.SubHandlers;
import io.jopf.SubHandlers.Sub;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnField;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/** Those whose parts go on: by their names, and one, {@code check}, by the setting. */
@Handlers(Sample.class)
class HeirloomHandlers {

  @OnCreate
  void buildIt(Sample sample, SubHandlers parts, @Bindable Recorder recorder) {
    parts.run("layFloor", call -> recorder.part(call, () -> null));
    parts.run("raiseWalls", call -> recorder.part(call, () -> twice(call)));
    for (String room : names(sample, "rooms")) {
      parts.run(room, call -> recorder.part(call, () -> null));
    }
    parts.run("check", call -> recorder.part(call, () -> null));
    parts.run(
        "inside",
        call -> {
          call.subHandlers().run("paint", inner -> recorder.part(inner, () -> null));
          call.subHandlers().run("dryIt", inner -> recorder.part(inner, () -> twice(inner)));
        });
  }

  @OnField(field = "spec.doors")
  void hinge(Sample sample, SubHandlers parts, @Bindable Recorder recorder) {
    for (String door : names(sample, "doors")) {
      parts.run(
          door, call -> recorder.part(call, () -> door.equals("heavy") ? twice(call) : call.id()));
    }
  }

  private static List<String> names(Sample sample, String field) {
    return sample.getSpec().get(field) instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String twice(Sub call) {
    if (call.retry().attempt() < 2) {
      throw new TemporaryException("not yet", Duration.ofMillis(100));
    }
    return call.id();
  }
}
