package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.crud.AttributeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the cluster, kept in the map of fabric8's CRUD dispatcher under the attributes of
 * their path. Hands out copies. Not thread-safe: whoever calls holds the server's lock.
 */
final class Store {

  /** Where an object is. */
  record Ref(Kind kind, @Nullable String namespace, String name) {}

  private final Map<AttributeSet, String> objects;
  private final Function<String, AttributeSet> keys;
  private final Map<String, Ref> byUid = new HashMap<>();
  private final Map<String, Set<Ref>> byOwner = new HashMap<>();
  private final List<Consumer<Change>> listeners = new ArrayList<>();
  private final AtomicLong revision = new AtomicLong();

  /**
   * @param objects where to keep them
   * @param keys makes a path an object's key, or a collection's query
   */
  Store(Map<AttributeSet, String> objects, Function<String, AttributeSet> keys) {
    this.objects = objects;
    this.keys = keys;
  }

  void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /** The newest resource version. */
  long revision() {
    return revision.get();
  }

  @Nullable ObjectNode find(Kind kind, @Nullable String namespace, String name) {
    String json = objects.get(keys.apply(kind.path(namespace, name)));
    return json == null ? null : Json.parseObject(json);
  }

  @Nullable ObjectNode find(Ref ref) {
    return find(ref.kind(), ref.namespace(), ref.name());
  }

  /** The objects of a kind, in a namespace or in all, by namespace and name. */
  List<ObjectNode> list(Kind kind, @Nullable String namespace) {
    AttributeSet query = keys.apply(kind.path(namespace, null));
    List<ObjectNode> found = new ArrayList<>();
    synchronized (objects) {
      objects.forEach(
          (key, json) -> {
            if (key.matches(query)) {
              found.add(Json.parseObject(json));
            }
          });
    }
    found.sort(
        Comparator.comparing((ObjectNode o) -> o.path("metadata").path("namespace").asText())
            .thenComparing(Json::name));
    return found;
  }

  @Nullable Ref byUid(String uid) {
    return byUid.get(uid);
  }

  /** The objects that name this one as an owner. */
  List<Ref> ownedBy(String uid) {
    return List.copyOf(byOwner.getOrDefault(uid, Set.of()));
  }

  /** Stores an object under a new resource version, which it gets. */
  void put(Kind kind, @Nullable ObjectNode before, ObjectNode object) {
    Json.metadata(object).put("resourceVersion", Long.toString(revision.incrementAndGet()));
    objects.put(key(kind, object), object.toString());
    index(kind, before, object);
    tell(new Change(revision.get(), kind, before, object.deepCopy(), false));
  }

  /** Removes an object; its last state gets a resource version of its own. */
  void remove(Kind kind, ObjectNode before, ObjectNode last) {
    Json.metadata(last).put("resourceVersion", Long.toString(revision.incrementAndGet()));
    objects.remove(key(kind, before));
    index(kind, before, null);
    tell(new Change(revision.get(), kind, before, last.deepCopy(), true));
  }

  private void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  private AttributeSet key(Kind kind, ObjectNode object) {
    return keys.apply(kind.path(Json.meta(object, "namespace"), Json.name(object)));
  }

  private void index(Kind kind, @Nullable ObjectNode before, @Nullable ObjectNode after) {
    if (before != null) {
      Ref ref = new Ref(kind, Json.meta(before, "namespace"), Json.name(before));
      byUid.remove(Json.uid(before));
      owners(before)
          .forEach(
              owner ->
                  byOwner.computeIfPresent(
                      owner,
                      (uid, owned) -> {
                        owned.remove(ref);
                        return owned.isEmpty() ? null : owned;
                      }));
    }
    if (after != null) {
      Ref ref = new Ref(kind, Json.meta(after, "namespace"), Json.name(after));
      byUid.put(Json.uid(after), ref);
      owners(after)
          .forEach(owner -> byOwner.computeIfAbsent(owner, u -> new LinkedHashSet<>()).add(ref));
    }
  }

  private static List<String> owners(ObjectNode object) {
    List<String> uids = new ArrayList<>();
    object.path("metadata").path("ownerReferences").forEach(o -> uids.add(o.path("uid").asText()));
    return uids;
  }
}
