package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.flow.Observed;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.job.Source;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds what a step's Job is made from; a reference wins over what stands in the step. */
final class Sources {
  private final Function<String, Optional<JobTemplate>> templates;

  Sources(Function<String, Optional<JobTemplate>> templates) {
    this.templates = templates;
  }

  /** Whether the step says anything at all. */
  static boolean isEmpty(Flow step) {
    return step.jobTemplate() == null && !refers(step);
  }

  /** The source; empty while a template is missing, which is then said. */
  Optional<Source> of(Flow step, Consumer<Observed> missing) {
    String reference = step.jobTemplateRef();
    if (reference == null || reference.isEmpty()) {
      return Optional.ofNullable(step.jobTemplate()).map(spec -> new Source(spec, null));
    }
    Optional<JobSpec> found =
        templates
            .apply(reference)
            .map(JobTemplate::getSpec)
            .flatMap(spec -> Optional.ofNullable(spec.jobTemplate()));
    if (found.isEmpty()) {
      missing.accept(Observed.held("TemplateMissing", "there is no JobTemplate " + reference));
    }
    return found.map(spec -> new Source(spec, reference));
  }

  private static boolean refers(Flow step) {
    return step.jobTemplateRef() != null && !step.jobTemplateRef().isEmpty();
  }
}
