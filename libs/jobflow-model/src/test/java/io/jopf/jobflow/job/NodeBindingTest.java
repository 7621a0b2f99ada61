package io.jopf.jobflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import org.junit.jupiter.api.Test;

class NodeBindingTest {

  @Test
  void a_node_can_be_bound_through_the_scheduler_beside_the_wishes_of_the_template() {
    JobSpec spec =
        new JobSpecBuilder()
            .withNewTemplate()
            .withNewSpec()
            .withNewAffinity()
            .withNewNodeAffinity()
            .withNewRequiredDuringSchedulingIgnoredDuringExecution()
            .addNewNodeSelectorTerm()
            .addNewMatchExpression()
            .withKey("disk")
            .withOperator("In")
            .withValues("ssd")
            .endMatchExpression()
            .endNodeSelectorTerm()
            .endRequiredDuringSchedulingIgnoredDuringExecution()
            .endNodeAffinity()
            .endAffinity()
            .endSpec()
            .endTemplate()
            .build();

    NodeBinding.AFFINITY.bind(spec.getTemplate().getSpec(), "n1");

    PodSpec pod = spec.getTemplate().getSpec();
    assertThat(pod.getNodeName()).isNull();
    var term =
        pod.getAffinity()
            .getNodeAffinity()
            .getRequiredDuringSchedulingIgnoredDuringExecution()
            .getNodeSelectorTerms()
            .get(0);
    assertThat(term.getMatchExpressions()).hasSize(1);
    assertThat(term.getMatchFields().get(0).getValues()).containsExactly("n1");
  }
}
