package io.jopf.jobflow;

import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.run.Wishes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is among the flows that share a concurrency key. Nobody holds anything: the turn
 * follows from which flows there are, so nothing can be left behind.
 */
@Singleton
final class Turns {

  /**
   * A flow with a key that has not ended.
   *
   * @param begun whether its status says that it has started
   */
  record Turn(String uid, String name, boolean begun, int priority, String created) {}

  /** Flows that began in this process and whose status has not come back yet. */
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  private final Comparator<Turn> order =
      Comparator.comparing((Turn turn) -> !hasBegun(turn))
          .thenComparing(Turn::priority, Comparator.reverseOrder())
          .thenComparing(Turn::created)
          .thenComparing(Turn::uid);

  private boolean hasBegun(Turn turn) {
    return turn.begun || begun.contains(turn.uid);
  }

  /** The entry of a flow in the index; none for one without a key, or that has ended. */
  static Map<String, Turn> of(JobFlow flow) {
    JobFlowSpec spec = flow.getSpec();
    String key = spec == null ? null : spec.concurrencyKey();
    boolean completed = flow.getStatus() != null && flow.getStatus().completionTime() != null;
    boolean ended = completed && Wishes.again(flow) == Wishes.Again.NOTHING;
    if (key == null
        || key.isEmpty()
        || ended
        || flow.getMetadata().getDeletionTimestamp() != null) {
      return Map.of();
    }
    boolean begun = flow.getStatus() != null && flow.getStatus().startTime() != null && !completed;
    return Map.of(
        key(flow, key),
        new Turn(
            flow.getMetadata().getUid(),
            flow.getMetadata().getName(),
            begun,
            Objects.requireNonNullElse(spec.priority(), 0),
            flow.getMetadata().getCreationTimestamp()));
  }

  private static String key(JobFlow flow, String key) {
    return flow.getMetadata().getNamespace() + "/" + key;
  }

  /**
   * A flow has gone.
   *
   * @return those of its key that wait for their turn
   */
  Stream<ObjectKey> gone(JobFlow flow, Indexed<String, Turn> all) {
    begun.remove(flow.getMetadata().getUid());
    return waiting(flow, all);
  }

  /** The flows of the same key that wait for their turn; none for a flow without a key. */
  Stream<ObjectKey> waiting(JobFlow flow, Indexed<String, Turn> all) {
    String key = flow.getSpec() == null ? null : flow.getSpec().concurrencyKey();
    if (key == null || key.isEmpty()) {
      return Stream.of();
    }
    String namespace = flow.getMetadata().getNamespace();
    return all.get(key(flow, key)).stream()
        .filter(turn -> !hasBegun(turn))
        .map(turn -> new ObjectKey(namespace, turn.name));
  }

  /** How many flows are remembered beyond what the index holds. */
  int remembered() {
    return begun.size();
  }

  /** Why the flow may not begin yet; null if it may. What may begin has begun. */
  synchronized @Nullable String queued(JobFlow flow, Indexed<String, Turn> all) {
    String key = flow.getSpec() == null ? null : flow.getSpec().concurrencyKey();
    Turn own = of(flow).values().stream().findFirst().orElse(null);
    if (own == null || own.begun) {
      // the index is never older than the flow that is looked at
      begun.remove(flow.getMetadata().getUid());
    }
    if (key == null || own == null || hasBegun(own)) {
      return null;
    }
    int limit = Objects.requireNonNullElse(flow.getSpec().concurrencyLimit(), 1);
    List<Turn> before =
        all.get(key(flow, key)).stream()
            .filter(other -> !other.uid.equals(own.uid) && order.compare(other, own) < 0)
            .sorted(order)
            .toList();
    if (before.size() < limit) {
      begun.add(own.uid);
      return null;
    }
    return "flow " + before.get(0).name + " runs first";
  }
}
