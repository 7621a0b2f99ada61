package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;

/** A job's spec as its author wrote it, with what holds for all Jobs made here. */
final class PlainSpec {

  private PlainSpec() {}

  /** A deep copy in which the pod template, its metadata and its spec are never null. */
  static JobSpec of(JobSpec written) {
    JobSpec spec = new JobSpecBuilder(written).build();
    if (spec.getTemplate() == null) {
      spec.setTemplate(new PodTemplateSpec());
    }
    if (spec.getTemplate().getMetadata() == null) {
      spec.getTemplate().setMetadata(new ObjectMeta());
    }
    if (spec.getTemplate().getSpec() == null) {
      spec.getTemplate().setSpec(new PodSpec());
    }
    spec.getTemplate().getSpec().setRestartPolicy("Never");
    // with a limit per index, a limit of 0 for all would end the Job at the first failure
    if (spec.getBackoffLimit() == null && spec.getBackoffLimitPerIndex() == null) {
      spec.setBackoffLimit(0);
    }
    spec.setTtlSecondsAfterFinished(null);
    return spec;
  }
}
