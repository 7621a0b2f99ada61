package io.jopf.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.json.Json;
import org.junit.jupiter.api.Test;

class SettledTest {

  private final Settled settled = new Settled();
  private final String wish = wish("open");

  private static String wish(String data) {
    return Json.hash(Json.MAPPER.createObjectNode().put("stringData", data));
  }

  private static GenericKubernetesResource child(String uid, String version) {
    GenericKubernetesResource child = new GenericKubernetesResource();
    child.setMetadata(new ObjectMetaBuilder().withUid(uid).withResourceVersion(version).build());
    return child;
  }

  @Test
  void what_the_server_made_of_a_wish_is_known_until_either_changes() {
    assertThat(settled.isWhatCameOf(wish, child("1", "7"))).isFalse();

    settled.remember(wish, child("1", "7"));

    assertThat(settled.isWhatCameOf(wish, child("1", "7"))).isTrue();
    assertThat(settled.isWhatCameOf(wish, child("1", "8"))).isFalse();
    assertThat(settled.isWhatCameOf(wish, child("2", "7"))).isFalse();
    assertThat(settled.isWhatCameOf(wish("close"), child("1", "7"))).isFalse();
  }
}
