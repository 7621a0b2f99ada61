package io.jopf.test.scenarios.filters;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

@Handlers(value = Thing.class, ignoredFields = "spec.parts")
class GaugeHandlers {

  final List<String> read = new CopyOnWriteArrayList<>();
  final List<String> noted = new CopyOnWriteArrayList<>();

  @OnField(field = "spec.colour")
  @OnField(field = "status.pressure")
  void read(Thing thing, @Old @Nullable String before, @New @Nullable String after) {
    read.add(thing.getMetadata().getName() + ": " + before + " to " + after);
  }

  @OnField(field = "status.level", id = "level", creation = true)
  int settle() {
    noted.add("level");
    return 7;
  }

  @OnUpdate
  void note(Thing thing) {
    noted.add(thing.getMetadata().getName());
  }
}
