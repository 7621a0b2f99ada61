package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a Job is made from.
 *
 * @param spec the job's spec as its author wrote it
 * @param template name of the JobTemplate it is from, null if it stands in the step itself
 */
public record Source(JobSpec spec, @Nullable String template) {}
