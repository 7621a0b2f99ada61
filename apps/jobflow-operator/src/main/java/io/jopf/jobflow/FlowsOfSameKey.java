package io.jopf.jobflow;

import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.WatchEvent;
import io.jopf.annotation.From;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnEvent;
import io.jopf.jobflow.api.JobFlow;
import java.util.stream.Stream;

/** When a flow with a concurrency key ends or goes, those that wait for its turn are looked at. */
@Handlers(JobFlow.class)
class FlowsOfSameKey {
  private final Turns turns;
  private final Reconciler reconciler;

  FlowsOfSameKey(Turns turns, Reconciler reconciler) {
    this.turns = turns;
    this.reconciler = reconciler;
  }

  /** After the index, so that who is woken by it finds the turn free. */
  @OnEvent(field = "spec.concurrencyKey")
  void seen(
      JobFlow flow,
      WatchEvent event,
      @From(JobFlowHandlers.class) Indexed<String, Turns.Turn> queue) {
    if (event.type() == WatchEvent.Type.DELETED) {
      wake(turns.gone(flow, queue));
    } else if (Turns.of(flow).isEmpty()) {
      // only flows that wait are woken: a flow in the middle of its work changes nothing for them
      wake(turns.waiting(flow, queue));
    }
  }

  private void wake(Stream<ObjectKey> flows) {
    flows.forEach(key -> reconciler.reconcile(JobFlow.class, key));
  }
}
