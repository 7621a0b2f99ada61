package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.children.ChildWriters;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.event.EventPoster;
import io.jopf.intake.Extras;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.RunningCalls;
import io.jopf.metrics.Observer;
import io.jopf.time.Time;
import io.jopf.watch.CacheView;

/** Makes the callers of one kind's handlers: all that is the same for every object of it. */
record Callers(
    KubernetesClient client,
    CacheView caches,
    EventPoster poster,
    Invoker invoker,
    Observer observer,
    Time time,
    ResourceKind resource,
    ChildWriters writers,
    Surroundings surroundings) {

  /**
   * The caller for one object.
   *
   * @param extras what a call of it may ask for besides
   * @param running where its calls are kept while they run
   * @param term that the calls are of
   */
  Caller of(GenericKubernetesResource object, Extras extras, RunningCalls running, Fence term) {
    return new Caller(this, object, running, surroundings.with(extras, term), term);
  }
}
