package io.jopf.test.scenarios.update;

import io.jopf.Diff;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

@Handlers(Thing.class)
class PaintHandlers {

  final List<String> painted = new CopyOnWriteArrayList<>();
  final List<String> fitted = new CopyOnWriteArrayList<>();
  final List<Diff> noted = new CopyOnWriteArrayList<>();

  @OnUpdate(field = "spec.colour")
  void paint(Thing thing, @Old @Nullable String before, @New @Nullable String after) {
    painted.add(thing.getMetadata().getName() + ": " + before + " to " + after);
  }

  @OnUpdate(field = "spec.parts")
  void fit(@Old @Nullable List<Thing.Part> before, @New List<Thing.Part> after) {
    int had = before == null ? 0 : before.size();
    fitted.add(had + " to " + after.get(after.size() - 1).name());
  }

  @OnUpdate
  void note(Diff diff) {
    noted.add(diff);
  }
}
