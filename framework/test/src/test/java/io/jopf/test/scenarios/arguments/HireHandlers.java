package io.jopf.test.scenarios.arguments;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.scenarios.Thing;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

@Handlers(Thing.class)
class HireHandlers {

  @OnCreate
  String hire(Thing thing, @Team @Nullable String team, @Bindable Ledger ledger) {
    ledger.add("size " + thing.getSpec().size);
    return team == null ? "nobody's" : "of the " + team;
  }
}
