package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects are that carry a label, so that nobody goes through all of them. Only labels
 * that were asked for are followed, from then on.
 */
public final class Labels {

  private final Map<String, Map<String, Set<ObjectKey>>> byName = new HashMap<>();

  Labels() {}

  /** Whether an object carries all these. */
  public static boolean areOn(HasMetadata object, Map<String, String> labels) {
    return on(object).entrySet().containsAll(labels.entrySet());
  }

  private static Map<String, String> on(@Nullable HasMetadata object) {
    Map<String, String> labels = object == null ? null : object.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }

  /**
   * At least the objects that carry all these: those of the rarest one.
   *
   * @param labels at least one
   * @param all every object there is, for labels that are asked for the first time; what changes
   *     meanwhile has to be told after it can be seen there
   */
  synchronized Set<ObjectKey> candidates(
      Map<String, String> labels, Supplier<Stream<GenericKubernetesResource>> all) {
    if (!byName.keySet().containsAll(labels.keySet())) {
      Map<String, Map<String, Set<ObjectKey>>> more = new HashMap<>();
      labels.keySet().forEach(name -> more.put(name, new HashMap<>()));
      all.get().forEach(object -> enter(more, ObjectKey.of(object), null, object));
      byName.putAll(more);
    }
    return labels.entrySet().stream()
        .map(label -> carrying(label.getKey(), label.getValue()))
        .min(Comparator.comparingInt(Set::size))
        .map(Set::copyOf)
        .orElseThrow();
  }

  private Set<ObjectKey> carrying(String name, String value) {
    return byName.getOrDefault(name, Map.of()).getOrDefault(value, Set.of());
  }

  /** Takes in what has become of an object; null where there was or is none. */
  synchronized void changed(
      ObjectKey key,
      @Nullable GenericKubernetesResource before,
      @Nullable GenericKubernetesResource now) {
    enter(byName, key, before, now);
  }

  private static void enter(
      Map<String, Map<String, Set<ObjectKey>>> index,
      ObjectKey key,
      @Nullable GenericKubernetesResource before,
      @Nullable GenericKubernetesResource now) {
    index.forEach(
        (name, byValue) -> {
          String old = on(before).get(name);
          String value = on(now).get(name);
          if (old != null && !old.equals(value)) {
            byValue.computeIfPresent(old, (text, keys) -> without(keys, key));
          }
          if (value != null) {
            byValue.computeIfAbsent(value, none -> new HashSet<>()).add(key);
          }
        });
  }

  private static @Nullable Set<ObjectKey> without(Set<ObjectKey> keys, ObjectKey key) {
    keys.remove(key);
    return keys.isEmpty() ? null : keys;
  }
}
