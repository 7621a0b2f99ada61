package io.jopf.children;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Children;
import io.jopf.ForeignObjectException;
import io.jopf.ObjectKey;
import io.jopf.PermanentException;
import io.jopf.TemporaryException;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import io.jopf.watch.CacheWriter;
import io.jopf.watch.ObjectCache;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The children of one object, for one call of a handler; see the package's contract. */
public final class ChildWriter implements Children {

  private static final Duration OLD_CHILD_PAUSE = Duration.ofSeconds(1);

  private final ChildWriters shared;
  private final Function<ResourceKind, @Nullable CacheWriter> own;
  private final KubernetesClient client;
  private final Parent parent;
  private final String handler;
  private final Pruning pruning;
  private final Fence fence;
  private final AtomicInteger created = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();
  private volatile boolean ended;

  ChildWriter(
      ChildWriters shared,
      Parent parent,
      String handler,
      List<Class<? extends HasMetadata>> prunes,
      Function<ResourceKind, @Nullable CacheWriter> own,
      Fence fence) {
    this.shared = shared;
    this.own = own;
    this.client = shared.client;
    this.parent = parent;
    this.handler = handler;
    this.pruning = new Pruning(shared.operator, handler, prunes);
    this.fence = fence;
  }

  @Override
  public <T extends HasMetadata> T apply(T desired) {
    ResourceKind kind = ResourceKind.of(desired.getClass());
    return typed(desired, kept(cache(kind), applied(desired, kind)));
  }

  @Override
  public void ensure(HasMetadata desired) {
    applied(desired, ResourceKind.of(desired.getClass()));
  }

  @Override
  public void ensure(Object cause, Supplier<? extends Collection<? extends HasMetadata>> desired) {
    Fulfilled.Deed known = shared.fulfilled.find(parent.uid(), handler, cause);
    if (known != null && known.children().entrySet().stream().allMatch(this::isStill)) {
      known.children().keySet().forEach(id -> pruning.applied(id.kind(), id.key()));
      return;
    }
    Map<Fulfilled.Id, Shape> children = new LinkedHashMap<>();
    for (HasMetadata child : desired.get()) {
      ResourceKind kind = ResourceKind.of(child.getClass());
      Shape shape = Shape.of(kept(cache(kind), applied(child, kind)));
      children.put(new Fulfilled.Id(kind, parent.key(child, kind)), shape);
    }
    shared.fulfilled.remember(parent.uid(), handler, new Fulfilled.Deed(cause, children));
  }

  /** What is not watched may have become anything. */
  private boolean isStill(Map.Entry<Fulfilled.Id, Shape> child) {
    ObjectCache cache = cache(child.getKey().kind());
    return cache != null && child.getValue().isThatOf(cache.get(child.getKey().key()));
  }

  private GenericKubernetesResource applied(HasMetadata desired, ResourceKind kind) {
    ObjectKey key = parent.key(desired, kind);
    ObjectCache cache = cache(kind);
    refuseReadBack(desired, kind, cache, key);
    ObjectNode wanted = prepared(Json.tree(desired), kind, key);
    // differs as soon as a field is no longer asked for, which the field's absence cannot show
    annotate(wanted, "applied", Json.hash(wanted));
    pruning
        .mark(kind)
        .forEach((name, value) -> wanted.withObject("/metadata/annotations").put(name, value));
    pruning.applied(kind, key);
    return applied(kind, key, cache, wanted);
  }

  @Override
  public <T extends HasMetadata> T takeOver(T desired) {
    ResourceKind kind = ResourceKind.of(desired.getClass());
    ObjectKey key = parent.key(desired, kind);
    GenericKubernetesResource existing = kind.in(client, key.namespace(), key.name()).get();
    if (existing != null) {
      refuseForeign(kind, key, existing);
      fence.check();
      new Applying(client, shared.operator, kind, key)
          .succeed(existing, writing(cache(kind), kind, key));
    }
    return apply(desired);
  }

  /** What was read lacks what is left out, and would take it away if it were written back. */
  private static void refuseReadBack(
      HasMetadata desired, ResourceKind kind, @Nullable ObjectCache cache, ObjectKey key) {
    boolean trims = cache != null && !cache.trimming().isNone();
    if (trims && desired.getMetadata().getResourceVersion() != null) {
      throw new PermanentException(
          kind.kind()
              + " "
              + key
              + " carries metadata.resourceVersion: what was read lacks the omittedFields; apply a"
              + " new object with the fields that are wanted");
    }
  }

  /** The same as it is kept, so that a handler sees as much of it now as at its next look. */
  private static GenericKubernetesResource kept(
      @Nullable ObjectCache cache, GenericKubernetesResource child) {
    return cache == null ? child : cache.trimming().of(child);
  }

  private @Nullable ObjectCache cache(ResourceKind kind) {
    return shared.caches.find(kind).orElse(null);
  }

  private GenericKubernetesResource applied(
      ResourceKind kind, ObjectKey key, @Nullable ObjectCache cache, ObjectNode wanted) {
    Applying applying = new Applying(client, shared.operator, kind, key);
    GenericKubernetesResource existing = cache == null ? null : cache.get(key);
    // once: it is asked for several times below
    String wish = Json.hash(wanted);
    if (!isKnown(cache, key, existing, wanted, wish)) {
      existing = kind.in(client, key.namespace(), key.name()).get();
    }
    Writing writing = writing(cache, kind, key);
    boolean replaced = false;
    while (true) {
      if (existing != null) {
        refuseForeign(kind, key, existing);
        // what was replaced is as wanted, but not yet known to be ours
        if (!replaced && isAsWanted(existing, wanted, wish)) {
          return existing;
        }
      }
      fence.check();
      GenericKubernetesResource known = existing;
      try {
        GenericKubernetesResource answer =
            writing.write("apply", () -> applying.send(wanted, known));
        (known == null ? created : changed).incrementAndGet();
        refuseForeign(kind, key, answer);
        shared.settled.remember(wish, answer);
        return answer;
      } catch (KubernetesClientException e) {
        if (!applying.mayHaveMissed(e, known)) {
          throw e;
        }
        existing = kind.in(client, key.namespace(), key.name()).get();
        if (Applying.isInvalid(e) && Applying.isSame(known, existing)) {
          fence.check();
          if (replaced || !applying.replace(wanted, existing, writing)) {
            throw e;
          }
          replaced = true;
        }
      }
    }
  }

  /** Whether what the cache shows is enough to decide by. */
  private boolean isKnown(
      @Nullable ObjectCache cache,
      ObjectKey key,
      @Nullable GenericKubernetesResource existing,
      ObjectNode wanted,
      String wish) {
    if (cache == null) {
      return false;
    }
    return existing == null
        // whoever has the name without being shown here refuses the write, which is to meet nobody
        ? cache.isLive(key)
        // what is left out looks as if nothing were there, which an empty wish would take for right
        : !cache.trimming().concerns(wanted) || shared.settled.isWhatCameOf(wish, existing);
  }

  private Writing writing(@Nullable ObjectCache cache, ResourceKind kind, ObjectKey key) {
    return (verb, request) -> write(cache, key, verb + " " + kind.kind() + " " + key, request);
  }

  /** Writes in such a way that the event of it wakes nobody, and tells of it. */
  private GenericKubernetesResource write(
      @Nullable ObjectCache cache,
      ObjectKey key,
      String what,
      Supplier<GenericKubernetesResource> request) {
    if (cache == null) {
      return telling(what, request);
    }
    CacheWriter writer = own.apply(cache.kind());
    return telling(
        what,
        () ->
            writer == null ? cache.write(key, request) : writer.write(key, request, () -> !ended));
  }

  /** Owners of others are no difference; that we control it has been seen. */
  private boolean isAsWanted(GenericKubernetesResource existing, ObjectNode wanted, String wish) {
    if (shared.settled.isWhatCameOf(wish, existing)) {
      return true;
    }
    ObjectNode fields = wanted.deepCopy();
    fields.withObject("/metadata").remove("ownerReferences");
    boolean contained = Matching.contains(Json.tree(existing), fields);
    if (contained) {
      // need not be compared again as long as neither changes
      shared.settled.remember(wish, existing);
    }
    return contained;
  }

  @Override
  public <T extends HasMetadata> T create(T desired) {
    ResourceKind kind = ResourceKind.of(desired.getClass());
    ObjectKey key = parent.key(desired, kind);
    ObjectCache cache = cache(kind);
    GenericKubernetesResource existing = cache == null ? null : cache.get(key);
    if (existing == null) {
      fence.check();
      // sent as it is, and never compared
      ObjectNode wanted = prepared(Json.MAPPER.valueToTree(desired), kind, key);
      try {
        existing =
            writing(cache, kind, key)
                .write("create", () -> kind.create(client, key.namespace(), wanted.toString()));
        created.incrementAndGet();
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw e;
        }
        existing = kind.in(client, key.namespace(), key.name()).get();
        if (existing == null) {
          throw new TemporaryException(kind.kind() + " " + key + " has just gone", Duration.ZERO);
        }
      }
    }
    refuseForeign(kind, key, existing);
    return typed(desired, kept(cache, existing));
  }

  @Override
  public <T extends HasMetadata> T adopt(T object) {
    ResourceKind kind = ResourceKind.of(object.getClass());
    ObjectNode copy = prepared(Json.tree(object), kind, parent.key(object, kind));
    parent.harmonize(copy);
    return typed(object, Json.MAPPER.convertValue(copy, GenericKubernetesResource.class));
  }

  @Override
  public void delete(HasMetadata child) {
    ResourceKind kind = ResourceKind.of(child.getClass());
    ObjectKey key = parent.key(child, kind);
    var target = kind.in(client, key.namespace(), key.name());
    GenericKubernetesResource existing = target.get();
    if (existing != null && existing.getMetadata().getDeletionTimestamp() == null) {
      refuseForeign(kind, key, existing);
      fence.check();
      var locked = target.lockResourceVersion(existing.getMetadata().getResourceVersion());
      telling("delete " + kind.kind() + " " + key, locked::delete);
    }
  }

  @Override
  public Written written() {
    return new Written(created.get(), changed.get());
  }

  /** The call has ended: nobody sees any more what is answered. */
  public void end() {
    ended = true;
  }

  private <T> T telling(String what, Supplier<T> write) {
    return shared.told.telling(parent.key(), what, write);
  }

  /** Takes away what the handler has not applied any more, when it has succeeded. */
  public void prune() {
    pruning.run(client, kind -> shared.caches.find(kind).orElseThrow(), parent, fence, shared.told);
  }

  private ObjectNode prepared(ObjectNode object, ResourceKind kind, ObjectKey key) {
    if (kind.namespaced()) {
      object.withObject("/metadata").put("namespace", key.namespace());
    }
    parent.own(object);
    return object;
  }

  private void annotate(ObjectNode object, String name, String value) {
    object.withObject("/metadata/annotations").put(shared.operator + ".jopf.io/" + name, value);
  }

  private void refuseForeign(ResourceKind kind, ObjectKey key, GenericKubernetesResource existing) {
    boolean ours = parent.controls(existing);
    if (ours && existing.getMetadata().getDeletionTimestamp() == null) {
      return;
    }
    if (ours || parent.hadNamesakeOf(existing)) {
      throw new TemporaryException(
          kind.kind() + " " + key + " is still being deleted", OLD_CHILD_PAUSE);
    }
    throw new ForeignObjectException(kind.kind(), key);
  }

  @SuppressWarnings("unchecked") // of the class that was asked for
  private <T extends HasMetadata> T typed(T like, GenericKubernetesResource object) {
    return (T) client.getKubernetesSerialization().convertValue(object, like.getClass());
  }
}
