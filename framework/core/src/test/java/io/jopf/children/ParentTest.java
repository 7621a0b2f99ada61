package io.jopf.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.ObjectKey;
import io.jopf.PermanentException;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParentTest {

  private static final ResourceKind CONFIG_MAP = ResourceKind.of(ConfigMap.class);

  private static Parent parent(@Nullable String namespace) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion("example.com/v1");
    object.setKind("Thing");
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(namespace)
            .withName("tom")
            .withUid("1")
            .withLabels(Map.of("team", "red", "tier", "one"))
            .build());
    return new Parent(object);
  }

  private static ConfigMap box(@Nullable String namespace) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("box")
        .endMetadata()
        .build();
  }

  @Test
  void a_child_is_in_the_namespace_of_its_parent() {
    assertThat(parent("a").key(box(null), CONFIG_MAP)).isEqualTo(new ObjectKey("a", "box"));
    assertThat(parent("a").key(box("a"), CONFIG_MAP)).isEqualTo(new ObjectKey("a", "box"));
    assertThatThrownBy(() -> parent("a").key(box("b"), CONFIG_MAP))
        .isInstanceOf(PermanentException.class)
        .hasMessage(
            "ConfigMap b/box cannot be a child of Thing a/tom: it has to be in the namespace of its"
                + " parent");
  }

  @Test
  void a_parent_without_a_namespace_can_have_children_in_any() {
    assertThat(parent(null).key(box("b"), CONFIG_MAP)).isEqualTo(new ObjectKey("b", "box"));
    assertThatThrownBy(() -> parent(null).key(box(null), CONFIG_MAP))
        .isInstanceOf(PermanentException.class)
        .hasMessage(
            "ConfigMap box cannot be a child of Thing tom: it needs a namespace, since its parent"
                + " has none");
  }

  @Test
  void what_has_no_namespace_cannot_be_a_child_of_what_has_one() {
    var node = new NodeBuilder().withNewMetadata().withName("n").endMetadata().build();
    ResourceKind kind = ResourceKind.of(node.getClass());

    assertThat(parent(null).key(node, kind)).isEqualTo(new ObjectKey("", "n"));
    assertThatThrownBy(() -> parent("a").key(node, kind))
        .isInstanceOf(PermanentException.class)
        .hasMessage(
            "Node n cannot be a child of Thing a/tom: Node has no namespace, its parent has");
  }

  @Test
  void it_is_an_owner_once_whatever_the_child_said_of_it_and_other_owners_stay() {
    ObjectNode child = Json.MAPPER.createObjectNode();
    var owners = child.withObject("/metadata").putArray("ownerReferences");
    owners.addObject().put("uid", "1").put("kind", "Thing").put("controller", false);
    owners.addObject().put("uid", "2").put("kind", "Other");

    parent("a").own(child);
    parent("a").own(child);

    assertThat(child.at("/metadata/ownerReferences")).hasSize(2);
    assertThat(child.at("/metadata/ownerReferences/0/uid").asText()).isEqualTo("2");
    assertThat(child.at("/metadata/ownerReferences/1/uid").asText()).isEqualTo("1");
    assertThat(child.at("/metadata/ownerReferences/1/controller").asBoolean()).isTrue();
    assertThat(child.at("/metadata/ownerReferences/1/blockOwnerDeletion").asBoolean()).isTrue();
  }

  @Test
  void name_and_labels_are_given_only_where_there_are_none() {
    ObjectNode nameless = Json.MAPPER.createObjectNode();
    parent("a").harmonize(nameless);
    assertThat(nameless.at("/metadata/generateName").asText()).isEqualTo("tom-");
    assertThat(nameless.at("/metadata/labels/team").asText()).isEqualTo("red");

    ObjectNode named = Json.MAPPER.createObjectNode();
    named.withObject("/metadata").put("name", "box");
    named.withObject("/metadata/labels").put("team", "blue");
    parent("a").harmonize(named);
    assertThat(named.at("/metadata").has("generateName")).isFalse();
    assertThat(named.at("/metadata/labels/team").asText()).isEqualTo("blue");
    assertThat(named.at("/metadata/labels/tier").asText()).isEqualTo("one");
  }
}
