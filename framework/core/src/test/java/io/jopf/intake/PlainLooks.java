package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.json.Json;

/** Reads objects as any class. */
public final class PlainLooks implements Looks {

  @Override
  public <T> T typed(GenericKubernetesResource object, Class<T> type) {
    return Json.MAPPER.convertValue(object, type);
  }
}
