package io.jopf.memo;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.Memo;
import io.jopf.ObjectKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The memos of the objects of one kind. */
public final class Memos {

  private record Kept(String uid, Memo memo) {}

  private final Function<ObjectKey, @Nullable GenericKubernetesResource> present;
  private final Map<ObjectKey, Kept> kept = new ConcurrentHashMap<>();

  /**
   * No memos yet.
   *
   * @param present the object that has a key at present; null if none
   */
  public Memos(Function<ObjectKey, @Nullable GenericKubernetesResource> present) {
    this.present = present;
  }

  /** The memo of an object; of one that has gone, a new one that nobody else will see. */
  public Memo of(GenericKubernetesResource object) {
    ObjectKey key = ObjectKey.of(object);
    String uid = object.getMetadata().getUid();
    Kept found =
        kept.compute(
            key,
            (same, known) -> {
              if (known != null && known.uid().equals(uid)) {
                return known;
              }
              // asked under the lock that drop() needs: what has gone since is dropped afterwards
              GenericKubernetesResource now = present.apply(key);
              return now != null && now.getMetadata().getUid().equals(uid)
                  ? new Kept(uid, new Bag())
                  : known;
            });
    return found != null && found.uid().equals(uid) ? found.memo() : new Bag();
  }

  /** Forgets what was kept of an object that has gone or was made anew. */
  public void drop(ObjectKey key, @Nullable GenericKubernetesResource now) {
    String uid = now == null ? "" : now.getMetadata().getUid();
    kept.computeIfPresent(key, (same, known) -> known.uid().equals(uid) ? known : null);
  }

  /** How many objects have one. */
  public int size() {
    return kept.size();
  }
}
