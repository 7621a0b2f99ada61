package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one stream knows, over all its connections. Changed by one thread at a time and read by any.
 * Every change tells what it means.
 */
final class Store {

  private final Map<ObjectKey, Packed> objects = new ConcurrentHashMap<>();
  private final Map<String, Set<ObjectKey>> byController = new ConcurrentHashMap<>();
  private final Labels byLabel = new Labels();

  /** Replaced when they are full; what is packed with the old ones keeps those. */
  private Words words = new Words();

  @Nullable GenericKubernetesResource get(ObjectKey key) {
    Packed found = objects.get(key);
    return found == null ? null : found.open();
  }

  Stream<ObjectKey> keys() {
    return objects.keySet().stream();
  }

  Stream<GenericKubernetesResource> list() {
    return objects.values().stream().map(Packed::open);
  }

  Stream<GenericKubernetesResource> controlledBy(String uid) {
    return byController.getOrDefault(uid, Set.of()).stream()
        .flatMap(key -> Stream.ofNullable(get(key)))
        // it may have another owner by now
        .filter(object -> Owners.isControlledBy(object, uid));
  }

  /** Opens no others. */
  Stream<GenericKubernetesResource> labelled(Map<String, String> labels) {
    return labels.isEmpty()
        ? list()
        : byLabel.candidates(labels, this::list).stream()
            .flatMap(key -> Stream.ofNullable(get(key)))
            // it may have others by now
            .filter(object -> Labels.areOn(object, labels));
  }

  /** Takes in an object as a list has it. */
  List<Delivery> listed(GenericKubernetesResource now, boolean initial) {
    ObjectKey key = ObjectKey.of(now);
    return taken(key, get(key), now, initial);
  }

  private List<Delivery> taken(
      ObjectKey key,
      @Nullable GenericKubernetesResource before,
      GenericKubernetesResource now,
      boolean initial) {
    if (before != null && isSame(before, now) && version(before).equals(version(now))) {
      return List.of();
    }
    ObjectKey kept = before == null ? new ObjectKey(key.namespace().intern(), key.name()) : key;
    objects.put(kept, pack(now));
    index(kept, before, now);
    if (before == null) {
      return List.of(new Delivery(null, now, initial));
    }
    return isSame(before, now)
        ? List.of(new Delivery(before, now))
        : List.of(new Delivery(before, null), new Delivery(null, now));
  }

  /** Takes in an object as an event has it; nothing if a later state is known. */
  List<Delivery> changed(GenericKubernetesResource now) {
    ObjectKey key = ObjectKey.of(now);
    GenericKubernetesResource before = get(key);
    boolean late =
        before != null && isSame(before, now) && Versions.isOlder(version(now), version(before));
    return late ? List.of() : taken(key, before, now, false);
  }

  /** Takes in that an object is gone. */
  List<Delivery> deleted(GenericKubernetesResource last) {
    ObjectKey key = ObjectKey.of(last);
    GenericKubernetesResource before = get(key);
    if (before != null && !isSame(before, last)) {
      return List.of();
    }
    objects.remove(key);
    index(key, before, null);
    return List.of(new Delivery(last, null));
  }

  /** Takes in that everything else is gone. */
  List<Delivery> retain(Set<ObjectKey> present) {
    List<Delivery> gone = new ArrayList<>();
    for (ObjectKey key : List.copyOf(objects.keySet())) {
      GenericKubernetesResource known = present.contains(key) ? null : get(key);
      if (known != null) {
        gone.addAll(deleted(known));
      }
    }
    return gone;
  }

  private Packed pack(GenericKubernetesResource object) {
    if (words.isFull()) {
      words = new Words();
    }
    return Packed.of(object, words);
  }

  private void index(
      ObjectKey key,
      @Nullable GenericKubernetesResource before,
      @Nullable GenericKubernetesResource now) {
    byLabel.changed(key, before, now);
    String old = before == null ? null : Owners.controllerUid(before);
    String uid = now == null ? null : Owners.controllerUid(now);
    if (uid != null && !uid.equals(old)) {
      byController.computeIfAbsent(uid, none -> ConcurrentHashMap.newKeySet()).add(key);
    }
    if (old != null && !old.equals(uid)) {
      byController.computeIfPresent(
          old,
          (owner, children) -> {
            children.remove(key);
            return children.isEmpty() ? null : children;
          });
    }
  }

  private static boolean isSame(GenericKubernetesResource one, GenericKubernetesResource other) {
    return Objects.equals(one.getMetadata().getUid(), other.getMetadata().getUid());
  }

  private static String version(GenericKubernetesResource object) {
    return String.valueOf(object.getMetadata().getResourceVersion());
  }
}
