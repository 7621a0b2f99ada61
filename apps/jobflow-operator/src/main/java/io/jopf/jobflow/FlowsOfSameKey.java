package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** When a flow with a concurrency key ends or goes, those that wait for its turn are looked at. */
@Singleton
final class FlowsOfSameKey implements ResourceMapper {
  private final Map<String, Set<ObjectKey>> waiting = new ConcurrentHashMap<>();

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    Object key = changed.get("spec", "concurrencyKey");
    if (!(key instanceof String text) || text.isEmpty()) {
      return Stream.of();
    }
    ObjectKey flow = ObjectKey.of(changed);
    Set<ObjectKey> same =
        waiting.computeIfAbsent(flow.namespace() + "/" + text, k -> ConcurrentHashMap.newKeySet());
    boolean begun = changed.get("status", "startTime") != null;
    if (!begun && changed.getMetadata().getDeletionTimestamp() == null) {
      same.add(flow);
      return Stream.of();
    }
    same.remove(flow);
    // only flows that wait are woken: a flow in the middle of its work changes nothing for them
    boolean over =
        changed.get("status", "completionTime") != null
            || changed.getMetadata().getDeletionTimestamp() != null;
    return over ? Set.copyOf(same).stream() : Stream.of();
  }
}
