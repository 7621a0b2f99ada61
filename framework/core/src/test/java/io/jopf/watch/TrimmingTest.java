package io.jopf.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrimmingTest {

  private static final ObjectKey KEY = new ObjectKey("default", "one");

  private final Trimming trimming =
      new Trimming(Set.of(List.of("spec", "template"), List.of("big")));
  private final ScriptedSource server = new ScriptedSource();
  private final ObjectCache cache =
      new ObjectCache(
          new ResourceKind("a", "v1", "Thing", "things", true),
          "",
          trimming,
          namespace -> server,
          new StreamRuntime(new FakeTime(), Runnable::run, Duration.ofSeconds(90), new Random(1)),
          Duration.ofSeconds(5));

  private static GenericKubernetesResource large(long version) {
    GenericKubernetesResource object = Things.thing(version, 1, "a");
    object.setAdditionalProperty("spec", Map.of("n", 1, "template", Map.of("x", "y")));
    object.setAdditionalProperty("big", List.of(1, 2, 3));
    return object;
  }

  private static GenericKubernetesResource small(long version) {
    return Things.thing(version, 1, "a");
  }

  @Test
  void only_the_named_fields_go_and_the_given_object_stays_whole() {
    GenericKubernetesResource given = large(1);

    assertThat(trimming.of(given)).isEqualTo(small(1));
    assertThat(given).isEqualTo(large(1));
  }

  @Test
  void an_object_that_has_nothing_of_it_is_no_copy() {
    GenericKubernetesResource given = small(1);
    given.setAdditionalProperty("spec", "odd");

    assertThat(trimming.of(given)).isSameAs(given);
  }

  @Test
  void what_is_listed_delivered_and_written_is_kept_without_them() {
    List<GenericKubernetesResource> told = new ArrayList<>();
    cache.follow(told::add);
    server.objects = List.of(large(5));
    cache.open("");
    server.send(Action.MODIFIED, large(11));

    assertThat(told).containsExactly(small(5), small(11));
    assertThat(cache.write(KEY, () -> large(12))).isEqualTo(large(12));
    assertThat(cache.get(KEY)).isEqualTo(small(12));
  }

  @Test
  void whether_a_wish_is_kept_whole_is_known() {
    assertThat(cache.trimming().concerns(Json.tree(small(1)))).isFalse();
    assertThat(cache.trimming().concerns(Json.tree(large(1)))).isTrue();
  }
}
