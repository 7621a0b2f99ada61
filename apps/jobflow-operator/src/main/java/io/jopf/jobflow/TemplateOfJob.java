package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import io.jopf.jobflow.job.Marks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Knows the template of a Job by the Job's annotation, and of each template which Jobs may be made
 * from it. Jobs that have gone are forgotten when the template is looked at; those of a template
 * that has gone itself stay, which are few.
 */
@Singleton
final class TemplateOfJob implements ResourceMapper {

  private final Map<ObjectKey, NavigableSet<String>> jobs = new ConcurrentHashMap<>();

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    Optional<ObjectKey> template = of(changed);
    template.ifPresent(key -> note(key, changed.getMetadata().getName()));
    return template.stream();
  }

  private void note(ObjectKey template, String job) {
    jobs.compute(
        template,
        (key, known) -> {
          NavigableSet<String> names = known == null ? new TreeSet<>() : known;
          names.add(job);
          return names;
        });
  }

  /**
   * The names of the Jobs that are made from a template, in alphabetical order.
   *
   * @param named finds a Job of the template's namespace
   */
  List<String> users(ObjectKey template, Function<String, Optional<Job>> named) {
    NavigableSet<String> users =
        jobs.computeIfPresent(
            template,
            (key, names) -> {
              names.removeIf(
                  name ->
                      named.apply(name).flatMap(TemplateOfJob::of).filter(key::equals).isEmpty());
              return names.isEmpty() ? null : new TreeSet<>(names);
            });
    return users == null ? List.of() : List.copyOf(users);
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
