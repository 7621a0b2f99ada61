package io.jopf.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.jopf.client.ResourceKind;
import org.junit.jupiter.api.Test;

class OwnersTest {

  private static final ResourceKind THING = new ResourceKind("a", "v2", "Thing", "things", true);
  private static final ResourceKind POD = new ResourceKind("", "v1", "Pod", "pods", true);

  private static OwnerReference owner(String apiVersion, String kind) {
    return new OwnerReferenceBuilder().withApiVersion(apiVersion).withKind(kind).build();
  }

  @Test
  void a_reference_keeps_its_meaning_when_the_served_version_changes() {
    assertThat(Owners.isOf(owner("a/v1", "Thing"), THING)).isTrue();
    assertThat(Owners.isOf(owner("a/v1", "Thing"), Things.thing(1, 1, "a"))).isTrue();
  }

  @Test
  void another_group_or_kind_is_another_owner() {
    assertThat(Owners.isOf(owner("b/v2", "Thing"), THING)).isFalse();
    assertThat(Owners.isOf(owner("a/v2", "Other"), THING)).isFalse();
    assertThat(Owners.isOf(owner("v1", "Pod"), POD)).isTrue();
    assertThat(Owners.isOf(owner("a/v1", "Pod"), POD)).isFalse();
  }
}
