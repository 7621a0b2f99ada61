package io.jopf.test.scenarios.events;

import io.jopf.EventRecorder;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.Map;

/** Cries as often as a thing is big, always the same unless the thing has a colour. */
@Handlers(Thing.class)
class CrierHandlers {

  @Reconcile
  Map<String, Object> cry(Thing thing, EventRecorder events) {
    for (int i = 0; i < thing.getSpec().size; i++) {
      events.warning("Loud", thing.getSpec().colour == null ? "oyez" : "number " + i);
    }
    return Map.of("cried", thing.getSpec().size);
  }
}
