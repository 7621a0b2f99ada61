package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.flow.rollout.NodeStatus;
import io.jopf.jobflow.node.NodeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeLabellingTest {
  private static final Map<String, String> WANTED = Map.of("patched", "yes");
  private final Map<String, Map<String, String>> labels = new HashMap<>();
  private final List<String> put = new ArrayList<>();

  @Test
  void nodes_where_it_succeeded_get_their_labels_and_those_that_have_them_are_left_alone() {
    labels.putAll(Map.of("a", Map.of(), "b", WANTED, "c", Map.of()));

    NodeLabelling.Result result =
        keep(
            node("a", StepState.SUCCEEDED),
            node("b", StepState.SUCCEEDED),
            node("c", StepState.FAILED),
            node("another of the name", StepState.SUCCEEDED));

    assertThat(put).containsExactly("uid-a");
    assertThat(result.refused()).isEmpty();
  }

  @Test
  void before_any_node_has_succeeded_there_is_nothing_to_tell() {
    labels.put("a", Map.of());

    assertThat(keep(node("a", StepState.RUNNING)).refused()).isNull();
    assertThat(keep().refused()).isNull();
  }

  @Test
  void of_many_nodes_some_are_labelled_and_the_others_in_later_rounds() {
    NodeStatus[] nodes =
        IntStream.range(0, 250)
            .mapToObj(i -> node("n" + i, StepState.SUCCEEDED))
            .toArray(NodeStatus[]::new);
    for (NodeStatus node : nodes) {
      labels.put(node.name(), Map.of());
    }
    Consumer<String> seen = node -> labels.put(node, WANTED);

    NodeLabelling.Result first = keep(seen, nodes);

    assertThat(put).hasSize(100);
    assertThat(first.more()).isTrue();
    assertThat(first.refused()).as("not known yet").isNull();
    assertThat(keep(seen, nodes).more()).isTrue();
    NodeLabelling.Result last = keep(seen, nodes);
    assertThat(put).hasSize(250).doesNotHaveDuplicates();
    assertThat(last.more()).isFalse();
    assertThat(last.refused()).isEmpty();
  }

  @Test
  void that_the_operator_may_not_label_nodes_is_told_and_stops_nothing() {
    labels.put("a", Map.of());

    NodeLabelling.Result result = keep(failing(403, new Status()), node("a", StepState.SUCCEEDED));

    assertThat(result.refused()).contains("no");
    assertThat(result.trouble()).isNull();
  }

  @Test
  void a_node_that_has_left_or_was_replaced_meanwhile_is_neither_a_refusal_nor_trouble() {
    labels.putAll(Map.of("a", Map.of(), "b", WANTED));
    Status immutable =
        new StatusBuilder()
            .withNewDetails()
            .addNewCause("metadata.uid", "field is immutable", "FieldValueInvalid")
            .endDetails()
            .build();
    NodeStatus[] nodes = {node("a", StepState.SUCCEEDED), node("b", StepState.SUCCEEDED)};

    for (Consumer<String> failing :
        List.of(failing(404, new Status()), failing(409, new Status()), failing(422, immutable))) {
      NodeLabelling.Result result = keep(failing, nodes);
      assertThat(result.refused()).isNull();
      assertThat(result.trouble()).isNull();
      assertThat(result.more()).isTrue();
    }
    assertThat(keep(failing(422, new Status()), nodes).isRefused()).isTrue();
    assertThat(keep(failing(500, new Status()), nodes).trouble()).isNotNull();
  }

  private NodeLabelling.Result keep(NodeStatus... nodes) {
    return keep(node -> {}, nodes);
  }

  private NodeLabelling.Result keep(Consumer<String> server, NodeStatus... nodes) {
    return new NodeLabelling(
            node ->
                Optional.ofNullable(labels.get(node.name()))
                    .map(
                        has ->
                            new NodeFacts(
                                node.name(), "uid-" + node.name(), has, List.of(), false, true)),
            (node, what) -> {
              server.accept(node.name());
              put.add(node.uid());
            })
        .keep(WANTED, List.of(nodes));
  }

  private static Consumer<String> failing(int code, Status status) {
    return node -> {
      throw new KubernetesClientException("no", code, status);
    };
  }

  private static NodeStatus node(String name, StepState state) {
    return new NodeStatus(
        new StepStatus(name, state, 1, 0, null, null, null, null, null), null, false, false);
  }
}
