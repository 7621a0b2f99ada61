package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Reason;
import io.jopf.cause.EssenceFields;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kind with everything that handles it.
 *
 * @param type the model class
 * @param causes handlers of causes
 * @param levels level-style handlers
 * @param secondaries the kinds that wake it besides its own
 * @param options what holds for all of them
 */
public record HandledKind(
    Class<? extends HasMetadata> type,
    List<HandlerSpec> causes,
    List<HandlerSpec> levels,
    List<Secondary> secondaries,
    KindOptions options) {

  /** What makes up the essence of the kind's objects. */
  public EssenceFields essence() {
    return new EssenceFields(
        causes.stream()
            .filter(handler -> handler.runsOn(Reason.UPDATE))
            .map(handler -> handler.options(Reason.UPDATE).field())
            .filter(field -> !field.isEmpty() && field.get(0).equals("status"))
            .collect(Collectors.toUnmodifiableSet()),
        options.ignored());
  }
}
