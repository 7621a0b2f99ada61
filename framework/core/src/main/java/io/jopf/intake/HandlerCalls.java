package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandlerSpec;
import io.jopf.invoke.Outcome;
import io.jopf.patch.Changes;

/** Calls handlers of one kind outside of the cycles. */
public interface HandlerCalls {

  /** Calls a handler; whatever it throws is in the outcome, and in the log. */
  Called call(
      HandlerSpec handler,
      Reason reason,
      Retry retry,
      GenericKubernetesResource object,
      Extras extras);

  /**
   * Writes what a handler has changed.
   *
   * @return false if it could not be written now, and may be later; what the API server will never
   *     take is logged and counts as done
   */
  boolean write(GenericKubernetesResource object, Changes changes);

  /** Tells the users of an object that a handler has given up. */
  void tellGivenUp(HandlerSpec handler, GenericKubernetesResource object, Outcome outcome);
}
