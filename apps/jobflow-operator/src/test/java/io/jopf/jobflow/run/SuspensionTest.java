package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.jopf.jobflow.job.Marks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspensionTest {
  private final FakeChildren children = new FakeChildren();

  @Test
  void a_job_that_somebody_else_suspended_is_left_alone() {
    keep(job(true, false), false);
    keep(job(true, false), true);

    assertThat(children.applied).isEmpty();
  }

  @Test
  void a_job_that_the_operator_suspended_is_resumed() {
    keep(job(true, true), false);

    assertThat(((Job) children.applied.get(0)).getSpec().getSuspend()).isFalse();
  }

  @Test
  void a_running_job_of_a_suspended_flow_is_suspended_and_marked() {
    keep(job(false, false), true);

    Job part = (Job) children.applied.get(0);
    assertThat(part.getSpec().getSuspend()).isTrue();
    assertThat(Marks.suspended(part)).isTrue();
  }

  private void keep(Job job, boolean suspended) {
    Suspension.keep(new Jobs(children, List.of(job), Marks.STEP), suspended);
  }

  private static Job job(boolean suspended, boolean byUs) {
    Job job =
        new JobBuilder()
            .withNewMetadata()
            .withName("f-a")
            .addToAnnotations(Marks.STEP, "a")
            .endMetadata()
            .withNewSpec()
            .withSuspend(suspended)
            .endSpec()
            .build();
    if (byUs) {
      job.getMetadata().getAnnotations().putAll(Map.of(Marks.SUSPENDED, "true"));
    }
    return job;
  }
}
