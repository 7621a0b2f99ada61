package io.jopf.jobflow.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jopf.flow.rollout.OnFailure;
import io.jopf.flow.rollout.RolloutPolicy;
import io.jopf.flow.rollout.Share;
import io.jopf.jobflow.api.DaemonJobSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaemonJobProblemsTest {
  private final DaemonJobSpec spec = new DaemonJobSpec();

  DaemonJobProblemsTest() {
    spec.setTemplate(new PodTemplateSpec());
  }

  @Test
  void a_plain_spec_has_none_and_runs_on_all_nodes_at_once() {
    assertThat(DaemonJobProblems.of(spec)).isEmpty();
    assertThat(RolloutPolicies.of(spec)).isEqualTo(RolloutPolicy.plain());
  }

  @Test
  void a_template_is_needed_and_a_selector_of_its_own_impossible() {
    spec.setTemplate(null);
    spec.setManualSelector(true);

    assertThat(DaemonJobProblems.of(spec))
        .containsExactly(
            "spec.template is required",
            "spec.selector and spec.manualSelector must not be set: every node has its own job");
    assertThat(DaemonJobProblems.of(null)).containsExactly("spec.template is required");
  }

  @Test
  void numbers_and_percentages_are_checked_and_read() {
    spec.setMaxConcurrentNodes(new IntOrString("0%"));
    spec.setMaxFailedNodes(new IntOrString(-1));
    spec.setCanaryNodes(new IntOrString("some"));
    assertThat(DaemonJobProblems.of(spec))
        .containsExactly(
            "spec.maxConcurrentNodes is '0%': a number of at least 1 or a percentage from 1% to"
                + " 100%",
            "spec.maxFailedNodes is -1: a number of at least 0 or a percentage from 0% to 100%",
            "spec.canaryNodes is 'some': a number of at least 0 or a percentage from 0% to 100%");

    spec.setMaxConcurrentNodes(new IntOrString("25%"));
    spec.setMaxFailedNodes(new IntOrString("0%"));
    spec.setCanaryNodes(new IntOrString(2));
    spec.setNodeFailurePolicy("Pause");
    assertThat(DaemonJobProblems.of(spec)).isEmpty();
    RolloutPolicy policy = RolloutPolicies.of(spec);
    assertThat(policy.concurrent()).isEqualTo(Share.percent(25));
    assertThat(policy.mayFail()).isEqualTo(Share.percent(0));
    assertThat(policy.canary()).isEqualTo(Share.of(2));
    assertThat(policy.onFailure()).isEqualTo(OnFailure.PAUSE);
  }

  @Test
  void unknown_words_and_what_contradicts_itself_are_named() {
    spec.setTaintPolicy("Fear");
    spec.setCompletionPolicy("Continuous");
    spec.setTtlSecondsAfterCompletion(5L);
    spec.setBatchDelaySeconds(-5);

    assertThat(DaemonJobProblems.of(spec))
        .containsExactly(
            "spec.taintPolicy is 'Fear': one of Ignore, Respect",
            "spec.batchDelaySeconds is -5: at least 0",
            "spec.ttlSecondsAfterCompletion is 5, but completionPolicy Continuous never completes");
  }

  @Test
  void labels_that_mean_something_to_kubernetes_are_not_for_its_author_to_put_on_nodes() {
    spec.setNodeLabels(
        Map.of(
            "kubernetes.io/os", "none",
            "node-role.kubernetes.io/control-plane", "",
            "team.node-restriction.kubernetes.io/pci", "yes",
            "k8s.io/a", "b",
            "x.k8s.io/a", "b",
            "example.com/kubernetes.io", "yes",
            "notkubernetes.io/done", "yes",
            "done", "yes"));

    assertThat(DaemonJobProblems.of(spec))
        .containsExactly(
            "spec.nodeLabels['k8s.io/a'] is 'b': labels of k8s.io are for Kubernetes to put on"
                + " nodes",
            "spec.nodeLabels['kubernetes.io/os'] is 'none': labels of kubernetes.io are for"
                + " Kubernetes to put on nodes",
            "spec.nodeLabels['node-role.kubernetes.io/control-plane'] is '': labels of"
                + " node-role.kubernetes.io are for Kubernetes to put on nodes",
            "spec.nodeLabels['team.node-restriction.kubernetes.io/pci'] is 'yes': labels of"
                + " team.node-restriction.kubernetes.io are for Kubernetes to put on nodes",
            "spec.nodeLabels['x.k8s.io/a'] is 'b': labels of x.k8s.io are for Kubernetes to put on"
                + " nodes");
  }

  @Test
  void label_expressions_that_kubernetes_would_not_take_are_named() {
    spec.setNodeSelector(
        new LabelSelectorBuilder()
            .addToMatchExpressions(new LabelSelectorRequirement("disk", "In", List.of()))
            .addToMatchExpressions(new LabelSelectorRequirement("disk", "Exists", List.of("x")))
            .addToMatchExpressions(new LabelSelectorRequirement("disk", "Gt", List.of("1")))
            .build());

    assertThat(DaemonJobProblems.of(spec))
        .containsExactly(
            "spec.nodeSelector.matchExpressions[0].values is empty: In needs values",
            "spec.nodeSelector.matchExpressions[1].values is [x]: Exists has none",
            "spec.nodeSelector.matchExpressions[2].operator is 'Gt': one of In, NotIn, Exists,"
                + " DoesNotExist");
    assertThat(
            new NodeChoice(spec)
                .place(new NodeFacts("a", "u", Map.of(), List.of(), false, true))
                .wanted())
        .isFalse();
  }
}
