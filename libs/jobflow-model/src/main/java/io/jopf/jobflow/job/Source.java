package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.TemplateParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Job is made from.
 *
 * @param spec the job's spec as its author wrote it
 * @param template name of the JobTemplate it is from, null if it stands in the step itself
 * @param params the inputs of the template
 */
public record Source(JobSpec spec, @Nullable String template, List<TemplateParam> params) {

  /** A spec that has no inputs. */
  public Source(JobSpec spec, @Nullable String template) {
    this(spec, template, List.of());
  }
}
