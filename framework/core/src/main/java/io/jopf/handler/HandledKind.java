package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Reason;
import io.jopf.cause.EssenceFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind with everything that handles it.
 *
 * @param type the model class
 * @param causes handlers of causes
 * @param levels level-style handlers
 * @param background handlers of events, timers, daemons and indices
 * @param secondaries the kinds that wake it besides its own
 * @param options what holds for all of them
 */
public record HandledKind(
    Class<? extends HasMetadata> type,
    List<HandlerSpec> causes,
    List<HandlerSpec> levels,
    List<HandlerSpec> background,
    List<Secondary> secondaries,
    KindOptions options) {

  /** The reasons that are no part of a cycle. */
  public static final Set<Reason> BACKGROUND =
      Set.of(Reason.EVENT, Reason.TIMER, Reason.DAEMON, Reason.INDEX);

  /** The reasons that follow from what has happened to an object. */
  public static final Set<Reason> CAUSES =
      Set.of(Reason.CREATE, Reason.UPDATE, Reason.RESUME, Reason.DELETE);

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

  /** Whether a handler that runs in a look may see children otherwise than by writing them. */
  public boolean looksAround() {
    return Stream.concat(causes.stream(), levels.stream()).anyMatch(HandlerSpec::looksAround);
  }

  /** The handlers whose results have a field of the status each. */
  public List<HandlerSpec> withResult() {
    return Stream.concat(causes.stream(), background.stream()).toList();
  }

  /** The background handlers that run for a reason. */
  public List<HandlerSpec> on(Reason reason) {
    return background.stream().filter(handler -> handler.runsOn(reason)).toList();
  }
}
