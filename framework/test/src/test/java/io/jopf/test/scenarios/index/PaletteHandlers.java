package io.jopf.test.scenarios.index;

import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Handlers(Thing.class)
class PaletteHandlers {

  volatile @Nullable Indexed<String, Integer> colours;
  volatile @Nullable Indexed<ObjectKey, Integer> sizes;

  @Index(labels = "!hidden")
  Map<String, Integer> byColour(Thing thing) {
    String colour = thing.getSpec().colour;
    return colour == null ? Map.of() : Map.of(colour, thing.getSpec().size);
  }

  @Index(id = "size")
  int sizeOf(Thing thing) {
    if (thing.getSpec().size == 13) {
      throw new IllegalStateException("unlucky");
    }
    return thing.getSpec().size;
  }

  @OnCreate
  @OnUpdate
  int sameColour(Thing thing, Indexed<String, Integer> byColour, Indexed<ObjectKey, Integer> size) {
    colours = byColour;
    sizes = size;
    return byColour.get(String.valueOf(thing.getSpec().colour)).size();
  }
}
