package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.flow.rollout.NodeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeLabellingTest {

  @Test
  void nodes_where_it_succeeded_get_their_labels_and_those_that_have_them_are_left_alone() {
    List<String> labelled = new ArrayList<>();
    Map<String, Map<String, String>> labels =
        Map.of("a", Map.of(), "b", Map.of("patched", "yes"), "c", Map.of());
    NodeLabelling labelling =
        new NodeLabelling(
            node -> Optional.ofNullable(labels.get(node.name())),
            (node, what) -> labelled.add(node));

    NodeLabelling.Result result =
        labelling.keep(
            Map.of("patched", "yes"),
            List.of(
                node("a", StepState.SUCCEEDED),
                node("b", StepState.SUCCEEDED),
                node("c", StepState.FAILED),
                node("another of the name", StepState.SUCCEEDED)));

    assertThat(labelled).containsExactly("a");
    assertThat(result.refused()).isEmpty();
  }

  @Test
  void that_the_operator_may_not_label_nodes_is_told_and_stops_nothing() {
    NodeLabelling labelling =
        new NodeLabelling(
            node -> Optional.of(Map.of()),
            (node, what) -> {
              throw new KubernetesClientException("nodes is forbidden", 403, null);
            });

    NodeLabelling.Result result =
        labelling.keep(Map.of("patched", "yes"), List.of(node("a", StepState.SUCCEEDED)));

    assertThat(result.refused()).contains("forbidden");
    assertThat(result.trouble()).isNull();
  }

  private static NodeStatus node(String name, StepState state) {
    return new NodeStatus(
        new StepStatus(name, state, 1, 0, null, null, null, null, null), null, false, false);
  }
}
