package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.flow.Start;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.plan.FlowPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final JobFlow flow =
      Serialization.unmarshal(
          """
          apiVersion: api.practice.com/v1alpha1
          kind: JobFlow
          metadata: {name: f, namespace: team, uid: u}
          spec:
            flows:
            - {name: a, jobTemplate: {template: {}}}
            - {name: b, jobTemplate: {template: {}}}
            - {name: c, jobTemplate: {template: {}}}
          """,
          JobFlow.class);
  private final FakeChildren children = new FakeChildren();

  @Test
  void after_enough_failures_in_a_row_the_others_are_not_tried() {
    children.refusing("f-a", new KubernetesClientException("a webhook timed out", 500, null));
    Batch batch = new Batch(starter()::make, 1);

    assertThat(batch.make(new Start("a", 1)).isServerWell()).isFalse();
    assertThat(batch.make(new Start("b", 1)).job()).isNull();
    assertThat(children.created).isEmpty();
  }

  @Test
  void one_that_goes_well_ends_the_row() {
    children.refusing("f-a", new KubernetesClientException("a webhook timed out", 500, null));
    Batch batch = new Batch(starter()::make, 2);
    batch.make(new Start("a", 1));
    batch.make(new Start("b", 1));
    batch.make(new Start("a", 1));

    assertThat(batch.make(new Start("c", 1)).job()).isNotNull();
  }

  private Starter starter() {
    FlowPlan plan = FlowPlan.of(flow.getSpec());
    StepFacts facts =
        new StepFacts(
            flow, plan, new Outputs(List.of(), List.of()), new StickyNode(flow.getSpec(), null), 1);
    return new Starter(
        plan, facts, new Sources(name -> Optional.empty()), new JobMaker(children, Marks.STEP));
  }
}
