package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.cause.Marks;
import io.jopf.client.Fence;
import io.jopf.handler.HandledKind;
import io.jopf.memo.Memos;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this process remembers of the objects of one kind. */
final class Memories {

  /** Is told of an object before it is forgotten. */
  @FunctionalInterface
  interface Farewells {
    void say(ObjectKey key, Memory known, Fence term);
  }

  private final HandledKind kind;
  private final Marks marks;
  private final Memos memos;
  private final Farewells farewell;
  private final Map<ObjectKey, Memory> all = new ConcurrentHashMap<>();

  /** Nothing yet. */
  Memories(HandledKind kind, Marks marks, Memos memos, Farewells farewell) {
    this.kind = kind;
    this.marks = marks;
    this.memos = memos;
    this.farewell = farewell;
  }

  /**
   * The memory of an object; a fresh one if it is another under the same name.
   *
   * @param json the object as a tree
   */
  Memory of(ObjectKey key, GenericKubernetesResource object, ObjectNode json, Fence term) {
    Memory known = all.get(key);
    if (known != null && known.uid.equals(object.getMetadata().getUid())) {
      known.in(term);
      return known;
    }
    if (known != null) {
      farewell.say(key, known, term);
      memos.drop(key, object);
    }
    Memory fresh = Memory.of(json, marks, kind);
    fresh.in(term);
    all.put(key, fresh);
    return fresh;
  }

  /** The keys of all objects that are remembered. */
  Set<ObjectKey> keys() {
    return Set.copyOf(all.keySet());
  }

  /** Forgets an object that is gone, and returns what was known of it; null if nothing was. */
  @Nullable Memory forget(ObjectKey key, Fence term) {
    Memory known = all.get(key);
    if (known != null) {
      farewell.say(key, known, term);
    }
    all.remove(key);
    memos.drop(key, null);
    return known;
  }
}
