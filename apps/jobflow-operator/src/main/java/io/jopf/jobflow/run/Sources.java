package io.jopf.jobflow.run;

import io.jopf.flow.Observed;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.job.Source;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds what a step's Job is made from; a reference wins over what stands in the step. */
final class Sources {
  private final Function<String, Optional<JobTemplateSpec>> templates;

  Sources(Function<String, Optional<JobTemplateSpec>> templates) {
    this.templates = templates;
  }

  /** The source; empty while a template is missing, which is then said. */
  Optional<Source> of(Flow step, Consumer<Observed> missing) {
    String reference = step.jobTemplateRef();
    if (reference == null || reference.isEmpty()) {
      return Optional.ofNullable(step.jobTemplate()).map(spec -> new Source(spec, null));
    }
    Optional<Source> found = templates.apply(reference).flatMap(spec -> Source.of(reference, spec));
    if (found.isEmpty()) {
      missing.accept(Observed.held("TemplateMissing", "there is no JobTemplate " + reference));
    }
    return found;
  }
}
