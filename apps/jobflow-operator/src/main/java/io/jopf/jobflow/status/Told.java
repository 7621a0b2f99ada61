package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.conditions.Conditions;
import java.util.List;

/** Conditions as they are told: some always, some once they have something to tell. */
final class Told {
  private Conditions conditions;
  private final String reason;

  Told(Conditions conditions, String reason) {
    this.conditions = conditions;
    this.reason = reason;
  }

  void always(String type, boolean holds, String message) {
    conditions = conditions.set(type, holds, reason, message);
  }

  void because(String type, boolean holds, String why, String message) {
    conditions = conditions.set(type, holds, why, message);
  }

  void when(String type, boolean holds, boolean worthTelling, String message) {
    if (worthTelling || conditions.find(type).isPresent()) {
      always(type, holds, message);
    }
  }

  boolean has(String type) {
    return conditions.find(type).isPresent();
  }

  List<Condition> list() {
    return conditions.list();
  }
}
