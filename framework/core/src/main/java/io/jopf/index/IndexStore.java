package io.jopf.index;

import io.jopf.Indexed;
import io.jopf.ObjectKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values of one index, and which object they are from. */
final class IndexStore<K, V> implements Indexed<K, V> {

  private record Entries<K>(String uid, Set<K> keys) {}

  private final Map<K, Map<ObjectKey, V>> values = new ConcurrentHashMap<>();
  private final Map<ObjectKey, Entries<K>> byObject = new ConcurrentHashMap<>();

  @Override
  public Collection<V> get(K key) {
    Map<ObjectKey, V> found = values.get(key);
    return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
  }

  @Override
  public boolean contains(K key) {
    return values.containsKey(key);
  }

  @Override
  public Set<K> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Replaces the values of an object. What it has before and after is never missing in between. */
  void put(ObjectKey object, String uid, Map<K, V> entries) {
    Set<K> keys = Set.copyOf(entries.keySet());
    Entries<K> before =
        keys.isEmpty() ? byObject.remove(object) : byObject.put(object, new Entries<>(uid, keys));
    entries.forEach(
        (key, value) ->
            values.compute(
                key,
                (same, known) -> {
                  Map<ObjectKey, V> all = known == null ? new ConcurrentHashMap<>() : known;
                  all.put(object, value);
                  return all;
                }));
    if (before != null) {
      before.keys().stream().filter(key -> !keys.contains(key)).forEach(key -> drop(key, object));
    }
  }

  /** Keeps the values of an object, unless they are those of an earlier one of the same name. */
  void keep(ObjectKey object, String uid) {
    Entries<K> known = byObject.get(object);
    if (known != null && !known.uid().equals(uid)) {
      remove(object);
    }
  }

  /** Forgets an object. */
  void remove(ObjectKey object) {
    Entries<K> known = byObject.remove(object);
    if (known != null) {
      known.keys().forEach(key -> drop(key, object));
    }
  }

  private void drop(K key, ObjectKey object) {
    values.computeIfPresent(
        key,
        (same, all) -> {
          all.remove(object);
          return all.isEmpty() ? null : all;
        });
  }
}
