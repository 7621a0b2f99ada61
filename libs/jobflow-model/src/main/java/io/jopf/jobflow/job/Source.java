package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.api.TemplateParam;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Job is made from.
 *
 * @param spec the job's spec as its author wrote it
 * @param template name of the JobTemplate it is from, null if it stands in the step itself
 * @param params the inputs of the template
 */
public record Source(JobSpec spec, @Nullable String template, List<TemplateParam> params) {

  /** What a JobTemplate gives; empty if it has no template in it. */
  public static Optional<Source> of(String name, JobTemplateSpec template) {
    return Optional.ofNullable(template.jobTemplate())
        .map(
            spec ->
                new Source(spec, name, Objects.requireNonNullElse(template.params(), List.of())));
  }

  /** A spec that has no inputs. */
  public Source(JobSpec spec, @Nullable String template) {
    this(spec, template, List.of());
  }
}
