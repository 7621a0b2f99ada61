package io.jopf.test.operator;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.Children;
import io.jopf.Owned;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import java.util.Map;

@Handlers(Napper.class)
class NapperHandlers {

  @Reconcile
  @Owns(Job.class)
  Map<String, Object> nap(Napper napper, Children children, Owned<Job> jobs) {
    String name = napper.getMetadata().getName();
    children.create(
        new JobBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withNewSpec()
            .withBackoffLimit(0)
            .withNewTemplate()
            .withNewSpec()
            .withRestartPolicy("Never")
            .addNewContainer()
            .withName("nap")
            .withImage("busybox:1.28")
            .withCommand("sleep", String.valueOf(napper.getSpec().seconds))
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build());
    boolean awake =
        jobs.named(name)
            .filter(job -> job.getStatus() != null && job.getStatus().getSucceeded() != null)
            .isPresent();
    return Map.of("awake", awake);
  }
}
