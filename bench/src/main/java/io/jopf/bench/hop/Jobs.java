package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;

/** The Jobs of a chain: one container each. */
final class Jobs {

  private Jobs() {}

  static JobSpec spec() {
    return new JobSpecBuilder()
        .withNewTemplate()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("step")
        .withImage("busybox:1.28")
        .withCommand("true")
        .endContainer()
        .endSpec()
        .endTemplate()
        .build();
  }

  static Job job(String namespace, String name) {
    return new JobBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withSpec(spec())
        .build();
  }

  static boolean isComplete(Job job) {
    return job.getStatus() != null
        && job.getStatus().getConditions().stream()
            .anyMatch(c -> "Complete".equals(c.getType()) && "True".equals(c.getStatus()));
  }
}
