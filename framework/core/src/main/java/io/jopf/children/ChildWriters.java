package io.jopf.children;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.client.Fence;
import io.jopf.client.WriteListener;
import io.jopf.handler.HandlerSpec;
import io.jopf.watch.CacheView;

/** Makes a {@link ChildWriter} for every call of a handler. */
public final class ChildWriters {

  final KubernetesClient client;
  final CacheView caches;
  final String operator;
  final WriteListener told;
  final Settled settled = new Settled();

  /**
   * For the handlers of one kind.
   *
   * @param operator the operator's name: field manager and prefix of its annotations
   * @param told told of every write for a parent
   */
  public ChildWriters(
      KubernetesClient client, CacheView caches, String operator, WriteListener told) {
    this.client = client;
    this.caches = caches;
    this.operator = operator;
    this.told = told;
  }

  /**
   * The children of one object, for one call.
   *
   * @param fence asked before each write
   */
  public ChildWriter of(GenericKubernetesResource parent, HandlerSpec handler, Fence fence) {
    return new ChildWriter(this, new Parent(parent), handler.id(), handler.prunes(), fence);
  }
}
