package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A template's spec concerns the flows of its namespace; its status, which the operator itself
 * writes whenever a Job comes or goes, concerns none.
 */
@Singleton
final class TemplateChanges implements ResourceMapper {

  private record Version(String uid, long generation) {}

  private final Map<ObjectKey, Version> seen = new ConcurrentHashMap<>();

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    ObjectKey key = ObjectKey.of(changed);
    Long generation = changed.getMetadata().getGeneration();
    Version now = new Version(changed.getMetadata().getUid(), generation == null ? 0 : generation);
    if (now.equals(seen.put(key, now))) {
      return Stream.of();
    }
    return handled.filter(flow -> flow.namespace().equals(key.namespace()));
  }
}
