package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import io.jopf.jobflow.job.Marks;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows the template of a Job by the Job's annotation. */
@Singleton
final class TemplateOfJob implements ResourceMapper {

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    return of(changed).stream();
  }

  /** Empty if the Job was not made from a template, or the annotation means another namespace. */
  static Optional<ObjectKey> of(HasMetadata job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    String namespace = job.getMetadata().getNamespace();
    return Optional.ofNullable(annotations)
        .map(all -> all.get(Marks.TEMPLATE))
        .filter(template -> template.startsWith(namespace + "."))
        .map(template -> new ObjectKey(namespace, template.substring(namespace.length() + 1)));
  }
}
