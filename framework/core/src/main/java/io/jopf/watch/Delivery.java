package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a watch has told about one object. An object that was made anew under the same name while
 * nobody looked comes as two deliveries: the deletion of the old one, then the new one.
 *
 * @param before as it was known; null if it was not
 * @param now as it is; null if it is gone
 * @param initial whether it was there when the watch first looked
 */
public record Delivery(
    @Nullable GenericKubernetesResource before,
    @Nullable GenericKubernetesResource now,
    boolean initial) {

  /** What happened to the object. */
  public enum Type {
    /** It was not known. */
    ADDED,
    /** It was known otherwise. */
    MODIFIED,
    /** It is gone; {@link Delivery#before} is its last known state. */
    DELETED
  }

  private static final Pattern MARK = Pattern.compile("([^/]+\\.)?jopf\\.io/");

  Delivery(@Nullable GenericKubernetesResource before, @Nullable GenericKubernetesResource now) {
    this(before, now, false);
  }

  /** What happened. */
  public Type type() {
    return now == null ? Type.DELETED : before == null ? Type.ADDED : Type.MODIFIED;
  }

  /** Whether the object has come to a later state: it is not gone, and was not put back. */
  boolean isProgress() {
    return now != null
        && (before == null
            || !Versions.isOlder(
                now.getMetadata().getResourceVersion(), before.getMetadata().getResourceVersion()));
  }

  /** The object as it is or, if it is gone, as it was last known. */
  public GenericKubernetesResource latest() {
    return now != null ? now : Objects.requireNonNull(before, "one of the two is there");
  }

  /**
   * Whether nothing but status and metadata that only we write has changed. An echo of our own
   * write that carries more than that also carries somebody else's change.
   *
   * @param watched paths of fields of the status that are essential all the same
   */
  boolean isNotEssential(Set<List<String>> watched) {
    return before != null
        && now != null
        && Objects.equals(before.getMetadata().getUid(), now.getMetadata().getUid())
        && Objects.equals(
            before.getMetadata().getDeletionTimestamp(), now.getMetadata().getDeletionTimestamp())
        && Objects.equals(before.getMetadata().getLabels(), now.getMetadata().getLabels())
        && withoutMarks(before).equals(withoutMarks(now))
        && withoutStatus(before).equals(withoutStatus(now))
        && watched.stream().allMatch(path -> Objects.equals(at(before, path), at(now, path)));
  }

  private static Map<String, String> withoutMarks(GenericKubernetesResource object) {
    Map<String, String> annotations = new HashMap<>();
    if (object.getMetadata().getAnnotations() != null) {
      annotations.putAll(object.getMetadata().getAnnotations());
    }
    annotations.keySet().removeIf(name -> MARK.matcher(name).lookingAt());
    return annotations;
  }

  private static @Nullable Object at(GenericKubernetesResource object, List<String> path) {
    Object value = object.getAdditionalProperties();
    for (String name : path) {
      value = value instanceof Map<?, ?> fields ? fields.get(name) : null;
    }
    return value;
  }

  private static Map<String, Object> withoutStatus(GenericKubernetesResource object) {
    Map<String, Object> fields = new HashMap<>(object.getAdditionalProperties());
    fields.remove("status");
    return fields;
  }
}
