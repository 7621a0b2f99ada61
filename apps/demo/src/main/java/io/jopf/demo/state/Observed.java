package io.jopf.demo.state;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.demo.example.Example;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is seen of one example: the object and what it owns. */
final class Observed {

  private final ObjectSource source;
  private final String namespace;
  private final Example example;
  private final @Nullable GenericKubernetesResource object;

  Observed(ObjectSource source, String namespace, Example example) {
    this.source = source;
    this.namespace = namespace;
    this.example = example;
    this.object =
        source.list(example.kind(), namespace).stream()
            .filter(o -> example.name().equals(o.getMetadata().getName()))
            .findFirst()
            .orElse(null);
  }

  /** The status, an empty one before there is one. */
  Object status() {
    Object status = object == null ? null : object.getAdditionalProperties().get("status");
    return status == null ? Map.of() : status;
  }

  /** Names of the objects of a kind that it owns. */
  SortedSet<String> owned(String kind) {
    SortedSet<String> names = new TreeSet<>();
    if (object != null) {
      String uid = object.getMetadata().getUid();
      for (GenericKubernetesResource other : source.list(kind, namespace)) {
        if (other.getMetadata().getOwnerReferences().stream()
            .anyMatch(owner -> uid.equals(owner.getUid()))) {
          names.add(other.getMetadata().getName());
        }
      }
    }
    return names;
  }

  /** Names of the Jobs that it owns, without its own name in front. */
  SortedSet<String> jobs() {
    SortedSet<String> names = new TreeSet<>();
    String prefix = example.name() + "-";
    for (String job : owned(Kind.JOB)) {
      names.add(job.startsWith(prefix) ? job.substring(prefix.length()) : job);
    }
    return names;
  }
}
