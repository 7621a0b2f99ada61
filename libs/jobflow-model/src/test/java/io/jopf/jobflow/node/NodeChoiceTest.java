package io.jopf.jobflow.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.jopf.flow.rollout.Place;
import io.jopf.jobflow.api.DaemonJobSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NodeChoiceTest {
  private final DaemonJobSpec spec = new DaemonJobSpec();

  NodeChoiceTest() {
    spec.setTemplate(new PodTemplateSpecBuilder().withNewSpec().endSpec().build());
  }

  @Test
  void without_a_choice_every_node_is_wanted_whatever_its_state() {
    Node node = new NodeBuilder(node("a")).editSpec().withUnschedulable(true).endSpec().build();

    assertThat(place(node)).isEqualTo(Place.fit("uid-a"));
  }

  @Test
  void the_exclude_list_bears_spaces_empty_items_and_repetitions() {
    spec.setExcludeNodeList(" a,, b ,a,");

    assertThat(place(node("a")).wanted()).isFalse();
    assertThat(place(node("b")).wanted()).isFalse();
    assertThat(place(node("c")).wanted()).isTrue();
    assertThat(new NodeChoice(spec).unknown(Set.of("a", "c"))).containsExactly("b");
  }

  @Test
  void names_labels_and_exclusions_all_have_to_agree() {
    spec.setNodeNames(List.of("a", "b", "c"));
    spec.setExcludeNodeList("b");
    spec.setNodeSelector(new LabelSelectorBuilder().addToMatchLabels("disk", "fast").build());

    assertThat(place(node("a", "disk", "fast")).wanted()).isTrue();
    assertThat(place(node("a")).wanted()).isFalse();
    assertThat(place(node("b", "disk", "fast")).wanted()).isFalse();
    assertThat(place(node("d", "disk", "fast")).wanted()).isFalse();
  }

  @Test
  void label_expressions_mean_what_kubernetes_means() {
    Node fast = node("a", "disk", "fast");
    Node none = node("b");
    assertThat(chosen("In", List.of("fast", "new"), fast, none)).containsExactly(true, false);
    assertThat(chosen("NotIn", List.of("fast"), fast, none)).containsExactly(false, true);
    assertThat(chosen("Exists", List.of(), fast, none)).containsExactly(true, false);
    assertThat(chosen("DoesNotExist", List.of(), fast, none)).containsExactly(false, true);
  }

  @Test
  void taints_that_are_not_tolerated_leave_a_node_out_where_they_are_respected() {
    Node tainted =
        new NodeBuilder(node("a"))
            .editSpec()
            .addNewTaint("NoSchedule", "gpu", null, "yes")
            .addNewTaint("PreferNoSchedule", "slow", null, "yes")
            .endSpec()
            .build();
    assertThat(place(tainted)).isEqualTo(Place.fit("uid-a"));

    spec.setTaintPolicy("Respect");
    assertThat(place(tainted).reason()).isEqualTo("Tainted");
    assertThat(place(tainted).message()).isEqualTo("no toleration of gpu:NoSchedule");
    tolerate("gpu", "Equal", "no");
    assertThat(place(tainted).reason()).isEqualTo("Tainted");
    tolerate("gpu", "Equal", "yes");
    assertThat(place(tainted)).isEqualTo(Place.fit("uid-a"));
    tolerate("gpu", "Exists", null);
    assertThat(place(tainted)).isEqualTo(Place.fit("uid-a"));
    tolerate(null, "Exists", null);
    assertThat(place(tainted)).isEqualTo(Place.fit("uid-a"));
  }

  @Test
  void cordoned_and_unready_nodes_are_left_out_where_that_is_wanted() {
    Node cordoned = new NodeBuilder(node("a")).editSpec().withUnschedulable(true).endSpec().build();
    Node unready = new NodeBuilder(node("b")).withNewStatus().endStatus().build();
    spec.setTaintPolicy("Respect");
    spec.setOnlyReadyNodes(true);

    assertThat(place(cordoned).reason()).isEqualTo("Cordoned");
    assertThat(place(unready).reason()).isEqualTo("NotReady");
    tolerate("node.kubernetes.io/unschedulable", "Exists", null);
    assertThat(place(cordoned)).isEqualTo(Place.fit("uid-a"));
  }

  @Test
  void a_heartbeat_changes_no_facts_but_readiness_and_cordon_do() {
    Node before = node("a");
    Node heartbeat =
        new NodeBuilder(before)
            .editMetadata()
            .withResourceVersion("77")
            .endMetadata()
            .editStatus()
            .editFirstCondition()
            .withLastHeartbeatTime("2026-01-01T00:05:00Z")
            .endCondition()
            .addToImages(new ContainerImage(List.of("busybox"), 1L))
            .endStatus()
            .build();
    Node unready =
        new NodeBuilder(before)
            .editStatus()
            .editFirstCondition()
            .withStatus("Unknown")
            .endCondition()
            .endStatus()
            .build();

    assertThat(NodeFacts.of(heartbeat)).isEqualTo(NodeFacts.of(before));
    assertThat(NodeFacts.of(unready)).isNotEqualTo(NodeFacts.of(before));
  }

  private List<Boolean> chosen(String operator, List<String> values, Node... nodes) {
    spec.setNodeSelector(
        new LabelSelectorBuilder()
            .addToMatchExpressions(new LabelSelectorRequirement("disk", operator, values))
            .build());
    return List.of(nodes).stream().map(node -> place(node).wanted()).toList();
  }

  private void tolerate(@Nullable String key, String operator, @Nullable String value) {
    spec.setTemplate(
        new PodTemplateSpecBuilder()
            .withNewSpec()
            .addNewToleration(null, key, operator, null, value)
            .endSpec()
            .build());
  }

  private Place place(Node node) {
    return new NodeChoice(spec).place(NodeFacts.of(node));
  }

  private static Node node(String name, String... labels) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .withUid("uid-" + name)
        .withLabels(labels.length == 0 ? Map.of() : Map.of(labels[0], labels[1]))
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withLastHeartbeatTime("2026-01-01T00:00:00Z")
        .endCondition()
        .endStatus()
        .build();
  }
}
