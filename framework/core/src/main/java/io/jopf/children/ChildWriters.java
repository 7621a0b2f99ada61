package io.jopf.children;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.client.WriteListener;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.watch.CacheView;
import io.jopf.watch.CacheWriter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a {@link ChildWriter} for every call of a handler. */
public final class ChildWriters {

  final KubernetesClient client;
  final CacheView caches;
  private final Function<ResourceKind, @Nullable CacheWriter> own;
  final String operator;
  final WriteListener told;
  final Settled settled = new Settled();
  final Fulfilled fulfilled = new Fulfilled();

  /**
   * For the handlers of one kind.
   *
   * @param own who writes children of a kind in looks; null where it makes no difference
   * @param operator the operator's name: field manager and prefix of its annotations
   * @param told told of every write for a parent
   */
  public ChildWriters(
      KubernetesClient client,
      CacheView caches,
      Function<ResourceKind, @Nullable CacheWriter> own,
      String operator,
      WriteListener told) {
    this.client = client;
    this.caches = caches;
    this.own = own;
    this.operator = operator;
    this.told = told;
  }

  /** Forgets what was made for an object that is gone. */
  public void forget(String uid) {
    fulfilled.forget(uid);
  }

  /**
   * The children of one object, for one call.
   *
   * @param fence asked before each write
   */
  public ChildWriter of(GenericKubernetesResource parent, HandlerSpec handler, Fence fence) {
    // what a handler beside the looks makes is news to those that run in them
    boolean inLook = !handler.runsOnAny(HandledKind.BACKGROUND);
    return new ChildWriter(
        this,
        new Parent(parent),
        handler.id(),
        handler.prunes(),
        inLook ? own : kind -> null,
        fence);
  }
}
