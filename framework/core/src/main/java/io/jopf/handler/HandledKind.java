package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Reason;
import java.util.List;
import java.util.Set;

/**
 * A kind with everything that handles it.
 *
 * @param type the model class
 * @param causes handlers of causes
 * @param levels level-style handlers
 * @param secondaries the kinds that wake it besides its own
 */
public record HandledKind(
    Class<? extends HasMetadata> type,
    List<HandlerSpec> causes,
    List<HandlerSpec> levels,
    List<Secondary> secondaries) {

  private static final Set<Reason> STATEFUL = Set.of(Reason.CREATE, Reason.UPDATE, Reason.RESUME);

  /** Whether a deletion has to wait for us. */
  public boolean needsFinalizer() {
    return causes.stream()
        .anyMatch(
            handler -> handler.runsOn(Reason.DELETE) && !handler.options(Reason.DELETE).optional());
  }

  /** Whether there are delete handlers that no deletion waits for. */
  public boolean hasOptionalDeletion() {
    return !needsFinalizer() && causes.stream().anyMatch(handler -> handler.runsOn(Reason.DELETE));
  }

  /** Whether the essence has to be remembered between changes. */
  public boolean needsState() {
    return causes.stream().anyMatch(handler -> STATEFUL.stream().anyMatch(handler::runsOn));
  }
}
