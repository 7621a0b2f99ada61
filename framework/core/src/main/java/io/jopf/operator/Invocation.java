package io.jopf.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.Cancellation;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.HandlerContext;
import io.jopf.Indexed;
import io.jopf.Live;
import io.jopf.Memo;
import io.jopf.ObjectKey;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.PermanentException;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.Stopped;
import io.jopf.SubHandlers;
import io.jopf.WatchEvent;
import io.jopf.Watched;
import io.jopf.client.ResourceKind;
import io.jopf.handler.Due;
import io.jopf.patch.Changes;
import io.jopf.watch.CacheView;
import io.jopf.watch.ObjectCache;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of one handler. */
record Invocation(
    Due due,
    GenericKubernetesResource raw,
    Changes changes,
    Requeue requeue,
    Children children,
    EventRecorder events,
    CacheView caches,
    KubernetesSerialization serialization,
    Cancellation cancellation,
    Surroundings surroundings,
    @Nullable SubHandlers parts)
    implements HandlerContext {

  @Override
  public SubHandlers subHandlers() {
    if (parts == null) {
      throw new IllegalStateException(handlerId() + ": level style has no sub-handlers");
    }
    return parts;
  }

  @Override
  public String handlerId() {
    return due.handler().id();
  }

  @Override
  public <T> T resource(Class<T> type) {
    try {
      return serialization.convertValue(raw, type);
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          "the object does not fit " + type.getSimpleName() + ": " + firstLine(e), e);
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public Reason reason() {
    return due.reason();
  }

  @Override
  public Retry retry() {
    return due.retry();
  }

  @Override
  public Diff diff() {
    return due.diff();
  }

  @Override
  public JsonNode before() {
    return due.before();
  }

  @Override
  public JsonNode after() {
    return due.after();
  }

  @Override
  public Logger logger() {
    return LoggerFactory.getLogger("jopf." + handlerId());
  }

  @Override
  public <T extends HasMetadata> Patch<T> patch(Class<T> type) {
    return new ObjectPatch<>(type, changes, serialization);
  }

  @Override
  public <T extends HasMetadata> Owned<T> owned(Class<T> type) {
    ObjectCache cache = cache(type);
    String uid = raw.getMetadata().getUid();
    Copies<T> copies = new Copies<>(type, serialization);
    return new OwnedView<>(copies, cache, uid, ObjectKey.of(raw).namespace());
  }

  @Override
  public <T extends HasMetadata> Watched<T> watched(Class<T> type) {
    ObjectCache cache = cache(type);
    String namespace = cache.kind().namespaced() ? ObjectKey.of(raw).namespace() : "";
    return new WatchedView<>(new Copies<>(type, serialization), cache, namespace);
  }

  @Override
  public Memo memo() {
    return surroundings.memos().of(raw);
  }

  @Override
  public <T extends HasMetadata> Live<T> live(Class<T> type) {
    return surroundings.live(raw, type, serialization);
  }

  @Override
  public Optional<Stopped> stopped() {
    return Optional.ofNullable(surroundings.extras().stopped());
  }

  @Override
  public Optional<WatchEvent> watchEvent() {
    return Optional.ofNullable(surroundings.extras().event());
  }

  @Override
  public Indexed<?, ?> index(@Nullable Class<?> owner, String id) {
    Class<?> from = owner == null ? due.handler().bean().getClass() : owner;
    return surroundings
        .indices()
        .find(from, id)
        .orElseThrow(
            () -> new PermanentException(from.getSimpleName() + " has no index '" + id + "'"));
  }

  private ObjectCache cache(Class<? extends HasMetadata> type) {
    return caches
        .find(ResourceKind.of(type))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    type.getSimpleName() + " is not watched: add @Owns or @Watches"));
  }
}
