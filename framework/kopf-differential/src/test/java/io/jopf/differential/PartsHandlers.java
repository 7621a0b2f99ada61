package io.jopf.differential;

import io.jopf.PermanentException;
import io.jopf.SubHandlers;
import io.jopf.SubHandlers.Options;
import io.jopf.SubHandlers.Sub;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnField;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class PartsHandlers {

  @OnCreate
  void assemble(Sample sample, SubHandlers parts, @Bindable Recorder recorder) {
    recorder.call();
    for (Map<String, Object> part : parts(sample, "parts")) {
      parts.run(name(part), call -> recorder.part(call, () -> notYet(call, part)));
    }
  }

  @OnCreate
  void dispatch(Sample sample, SubHandlers parts, @Bindable Recorder recorder) {
    recorder.call();
    if (sample.getSpec().containsKey("boxes")) {
      parts.run("pack", call -> pack(call, parts(sample, "boxes"), recorder));
    }
  }

  private static void pack(Sub call, List<Map<String, Object>> boxes, Recorder recorder) {
    recorder.part(call, () -> null);
    for (Map<String, Object> box : boxes) {
      call.subHandlers().run(name(box), inner -> recorder.part(inner, () -> notYet(inner, box)));
    }
  }

  @OnField(field = "spec.doors")
  void hinge(Sample sample, SubHandlers parts, @Bindable Recorder recorder) {
    recorder.call();
    if (sample.getSpec().get("doors") instanceof List<?> doors) {
      doors.forEach(
          door -> parts.run(String.valueOf(door), call -> recorder.part(call, () -> null)));
    }
  }

  @OnDelete
  void dismantle(Sample sample, SubHandlers parts, @Bindable Recorder recorder) {
    recorder.call();
    for (Map<String, Object> part : parts(sample, "parts")) {
      parts.run(
          name(part),
          Options.DEFAULT.withRetries(2),
          call ->
              recorder.part(
                  call,
                  () -> {
                    throw new TemporaryException("not yet", Duration.ofMillis(100));
                  }));
    }
  }

  @SuppressWarnings("unchecked") // as the stories make them
  private static List<Map<String, Object>> parts(Sample sample, String field) {
    return (List<Map<String, Object>>) sample.getSpec().getOrDefault(field, List.of());
  }

  private static String name(Map<String, Object> part) {
    return String.valueOf(part.get("name"));
  }

  private static @Nullable Object notYet(Sub call, Map<String, Object> part) {
    double attempts = number(part, "attempts", 0);
    if (attempts < 0) {
      throw new PermanentException("never");
    }
    if (call.retry().attempt() < attempts) {
      Duration delay = Duration.ofMillis((long) (1000 * number(part, "delay", 0.3)));
      throw new TemporaryException("not yet", delay);
    }
    return null;
  }

  private static double number(Map<String, Object> part, String field, double otherwise) {
    return part.get(field) instanceof Number number ? number.doubleValue() : otherwise;
  }
}
