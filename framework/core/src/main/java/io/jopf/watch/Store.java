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

  private final Map<ObjectKey, GenericKubernetesResource> objects = new ConcurrentHashMap<>();
  private final Map<String, Map<ObjectKey, GenericKubernetesResource>> byController =
      new ConcurrentHashMap<>();

  @Nullable GenericKubernetesResource get(ObjectKey key) {
    return objects.get(key);
  }

  Stream<GenericKubernetesResource> list() {
    return objects.values().stream();
  }

  Stream<GenericKubernetesResource> controlledBy(String uid) {
    return byController.getOrDefault(uid, Map.of()).values().stream();
  }

  /** Takes in an object as a list has it. */
  List<Delivery> listed(GenericKubernetesResource now, boolean initial) {
    ObjectKey key = ObjectKey.of(now);
    GenericKubernetesResource before = objects.get(key);
    if (before != null && isSame(before, now) && version(before).equals(version(now))) {
      return List.of();
    }
    objects.put(key, now);
    index(key, before, now);
    if (before == null) {
      return List.of(new Delivery(null, now, initial));
    }
    return isSame(before, now)
        ? List.of(new Delivery(before, now))
        : List.of(new Delivery(before, null), new Delivery(null, now));
  }

  /** Takes in an object as an event has it; nothing if a later state is known. */
  List<Delivery> changed(GenericKubernetesResource now) {
    GenericKubernetesResource before = objects.get(ObjectKey.of(now));
    boolean late =
        before != null && isSame(before, now) && Versions.isOlder(version(now), version(before));
    return late ? List.of() : listed(now, false);
  }

  /** Takes in that an object is gone. */
  List<Delivery> deleted(GenericKubernetesResource last) {
    ObjectKey key = ObjectKey.of(last);
    GenericKubernetesResource before = objects.get(key);
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
    for (GenericKubernetesResource known : List.copyOf(objects.values())) {
      if (!present.contains(ObjectKey.of(known))) {
        gone.addAll(deleted(known));
      }
    }
    return gone;
  }

  private void index(
      ObjectKey key,
      @Nullable GenericKubernetesResource before,
      @Nullable GenericKubernetesResource now) {
    String old = before == null ? null : Owners.controllerUid(before);
    String uid = now == null ? null : Owners.controllerUid(now);
    if (uid != null && now != null) {
      byController.computeIfAbsent(uid, none -> new ConcurrentHashMap<>()).put(key, now);
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
