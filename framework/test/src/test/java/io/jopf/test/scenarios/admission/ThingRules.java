package io.jopf.test.scenarios.admission;

import io.jopf.AdmissionException;
import io.jopf.AdmissionRequest;
import io.jopf.Operation;
import io.jopf.Patch;
import io.jopf.Warnings;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnMutate;
import io.jopf.annotation.OnValidate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class ThingRules {

  static final int LIMIT = 100;

  final List<String> dryRuns = new CopyOnWriteArrayList<>();

  @OnMutate
  void spelling(Thing thing, Patch<Thing> patch) {
    String colour = thing.getSpec().colour;
    if (colour != null) {
      patch.main(one -> one.getSpec().colour = colour.toLowerCase(Locale.ROOT));
    }
    patch.main(one -> one.getMetadata().setLabels(Map.of("spelling", "checked")));
  }

  @OnValidate(operations = {Operation.CREATE, Operation.UPDATE})
  void limits(Thing thing, Warnings warnings) {
    if (thing.getSpec().size > LIMIT) {
      throw new AdmissionException(422, "spec.size is " + thing.getSpec().size + ", at most 100");
    }
    if (thing.getSpec().size > LIMIT / 2) {
      warnings.add("spec.size is more than most want");
    }
  }

  @OnValidate(operations = Operation.DELETE)
  void keep(@Old Thing thing, AdmissionRequest request) {
    if (request.dryRun()) {
      dryRuns.add(request.operation() + " " + request.name());
    }
    if ("gold".equals(thing.getSpec().colour)) {
      throw new AdmissionException(request.user().name() + " does not throw gold away");
    }
  }
}
