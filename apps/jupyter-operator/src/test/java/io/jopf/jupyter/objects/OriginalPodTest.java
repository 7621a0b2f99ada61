package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalPodTest {

  private final Deployment deployment = OriginalPod.around(plan(Samples.minimal()));

  @Test
  void the_pod_stays_while_nothing_changes_that_it_is_planned_from() {
    assertThat(OriginalPod.isIn(deployment)).isTrue();
    assertThat(OriginalPod.staysIn(deployment, plan(Samples.minimal()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"taskId: other", "ingressDomain: other.org", "ingressProxyBodySize: 1g"})
  void the_pod_stays_when_something_else_changes(String field) {
    assertThat(OriginalPod.staysIn(deployment, plan(Samples.with(field)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'other:1'",
        "resources: {limits: {memory: 8Gi}}",
        "labels: [a=b]",
        "serviceAccountName: other",
        "securityContext: {runAsUser: 7}",
        "environment: [A=b]",
        "stopped: true"
      })
  void the_pod_goes_when_its_spec_changes(String field) {
    assertThat(OriginalPod.staysIn(deployment, plan(Samples.with(field)))).isFalse();
  }

  @Test
  void the_pod_goes_when_somebody_asks_for_it() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.getMetadata().setAnnotations(Map.of("squonk.it/restart", "1"));

    assertThat(OriginalPod.staysIn(deployment, plan(notebook))).isFalse();
  }

  @Test
  void the_pod_goes_when_the_operators_settings_for_pods_change() {
    OperatorSettings settings = Samples.settings("pod.node-selector.value", "no");
    NotebookPlan plan = NotebookPlanner.plan(Samples.minimal(), settings).plan().orElseThrow();

    assertThat(OriginalPod.staysIn(deployment, plan)).isFalse();
  }

  /** It is stored for years: another version of the operator has to come to the same. */
  @Test
  void what_is_remembered_does_not_depend_on_the_program() {
    assertThat(OriginalPod.fingerprint(plan(Samples.minimal()))).isEqualTo("1e5cdec0cbb1bff6");
  }

  @Test
  void ours_is_not_taken_for_the_original() {
    NotebookPlan plan = plan(Samples.minimal());
    Deployment ours = NotebookDeployment.of(plan);

    assertThat(OriginalPod.isIn(ours)).isFalse();
    assertThat(OriginalPod.staysIn(ours, plan)).isFalse();
    assertThat(OriginalPod.staysIn(null, plan)).isFalse();
  }

  private static NotebookPlan plan(JupyterNotebook notebook) {
    return NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow();
  }
}
