package io.jopf.operator;

import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.handler.HandledKind;
import io.jopf.handler.KindOptions;
import io.jopf.handler.Secondary;
import io.jopf.watch.CacheListener;
import io.jopf.watch.CacheView;
import io.jopf.watch.CacheWriter;
import io.jopf.watch.Caches;
import io.jopf.watch.ObjectCache;
import io.jopf.watch.Trimming;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the handlers of one kind look at: the kind itself, and what it owns and watches. */
final class KindCaches implements CacheView {

  private final Caches caches;
  private final HandledKind kind;
  private final ObjectCache own;
  private final Map<ResourceKind, ObjectCache> all = new HashMap<>();
  private final Map<ResourceKind, CacheWriter> writers = new HashMap<>();

  KindCaches(Caches caches, HandledKind kind, ResourceKind resource) {
    this.caches = caches;
    this.kind = kind;
    KindOptions options = kind.options();
    this.own =
        caches.of(resource, options.labels(), options.fields(), new Trimming(options.omitted()));
    own.watchStatus(kind.essence().watched());
    all.put(resource, own);
  }

  /** The objects that are handled. */
  ObjectCache own() {
    return own;
  }

  /**
   * Looks at the other kinds as well; before the start.
   *
   * @param wake takes the keys of the handled objects that their changes concern
   */
  void followOthers(Consumer<ObjectKey> wake) {
    Wakers wakers = new Wakers(own.kind(), own, wake);
    for (Secondary secondary : kind.secondaries()) {
      ResourceKind other = ResourceKind.of(secondary.type());
      ObjectCache others =
          caches.of(other, secondary.labels(), "", new Trimming(secondary.omitted()));
      all.putIfAbsent(other, others);
      CacheListener waker = wakers.of(other, secondary.mapper());
      if (secondary.mapper() == null && find(other).orElse(null) == others && !kind.looksAround()) {
        writers.computeIfAbsent(other, same -> others.writer()).listen(waker);
      } else {
        others.follow(waker);
      }
    }
  }

  /** Who writes children of a kind in looks; null where it makes no difference. */
  @Nullable CacheWriter writer(ResourceKind children) {
    return writers.get(children);
  }

  @Override
  public Optional<ObjectCache> find(ResourceKind wanted) {
    return Optional.ofNullable(all.get(wanted));
  }
}
