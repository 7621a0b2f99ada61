package io.jopf.jobflow.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.JobFlowSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementRiskTest {
  private static final String POD = "{template: {spec: {containers: [{name: m, image: x}]}}}";
  private static final String STEP = "- {name: a, jobTemplate: " + POD + "}";
  private static final String SHARED =
      """
      shareVolumes: [{name: data, persistentVolumeClaim: {claimName: c}}]
      flows:
      - {name: a, shareVolumeMounts: [{name: data, mountPath: /data}], jobTemplate: %s}
      """
          .formatted(POD);

  private final Map<String, NodeFacts> nodes = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable String sticky;

  PlacementRiskTest() {
    node("n");
  }

  @Test
  void a_flow_that_names_no_node_has_no_risk_and_no_claim_is_looked_at() {
    assertThat(of(SHARED)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void a_node_that_does_not_exist_is_told_once() {
    assertThat(of("globalParams: {nodeName: gone}\nflows:\n" + STEP + "\n" + STEP))
        .containsExactly(new PlacementRisk("NodeMissing", "no node is named gone"));
    assertThat(of("globalParams: {nodeName: n}\nflows:\n" + STEP)).isEmpty();
  }

  @Test
  void a_step_that_names_a_node_itself_is_looked_at() {
    String own = STEP.replace("{spec: {", "{spec: {nodeName: gone, ");
    assertThat(of("flows:\n" + own)).extracting(PlacementRisk::reason).contains("NodeMissing");
  }

  @Test
  void a_taint_that_evicts_pods_is_told_unless_the_step_tolerates_it() {
    node("n", new NodeFacts.Repulsion("dead", "", "NoExecute"));
    String flow = "globalParams: {nodeName: n}\nflows:\n" + STEP;

    assertThat(of(flow))
        .containsExactly(
            new PlacementRisk(
                "NodeTainted", "step a does not tolerate the taint dead:NoExecute of node n"));
    assertThat(of(flow.replace("{spec: {", "{spec: {tolerations: [{operator: Exists}], ")))
        .isEmpty();
    node("n", new NodeFacts.Repulsion("busy", "", "NoSchedule"));
    assertThat(of(flow)).as("nobody asks the scheduler").isEmpty();
  }

  @Test
  void a_claim_that_waits_for_the_scheduler_is_told_where_that_is_bypassed() {
    assertThat(of("globalParams: {nodeName: n}\n" + SHARED))
        .containsExactly(
            new PlacementRisk(
                "ClaimNeverBinds",
                "claim c binds when the scheduler places a pod (StorageClass slow), which nodeName"
                    + " bypasses; nodeBinding: Affinity helps"));
    assertThat(of("globalParams: {nodeName: n}\nnodeBinding: Affinity\n" + SHARED)).isEmpty();
  }

  @Test
  void the_node_of_the_first_step_may_have_gone() {
    sticky = "n";
    assertThat(of("nodeBinding: Sticky\nflows:\n" + STEP)).isEmpty();
    nodes.clear();
    assertThat(of("nodeBinding: Sticky\nflows:\n" + STEP))
        .containsExactly(new PlacementRisk("NodeMissing", "node n of the first step has gone"));
  }

  private void node(String name, NodeFacts.Repulsion... taints) {
    nodes.put(name, new NodeFacts(name, "u", Map.of(), List.of(taints), false, true));
  }

  private List<PlacementRisk> of(String spec) {
    return PlacementRisk.of(
        Serialization.unmarshal(spec, JobFlowSpec.class),
        sticky,
        new PlacementRisk.Cluster() {
          @Override
          public Optional<NodeFacts> node(String name) {
            return Optional.ofNullable(nodes.get(name));
          }

          @Override
          public Optional<String> waitingClass(String claim) {
            asked.add(claim);
            return Optional.of("slow");
          }
        });
  }
}
