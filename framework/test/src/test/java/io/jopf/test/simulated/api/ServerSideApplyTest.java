package io.jopf.test.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.test.simulated.api.Ownership.Writer;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {

  private final ServerSideApply apply = new ServerSideApply(ListTypes.BUILT_IN);

  private static Writer writer(String manager) {
    return new Writer(manager, Ownership.APPLY, null, "v1", "2026-01-01T00:00:00Z");
  }

  private static ObjectNode config(Map<String, Map<String, Integer>> fields) {
    ObjectNode spec = Json.object();
    fields.forEach(
        (group, values) -> {
          ObjectNode inner = spec.putObject(group);
          values.forEach(inner::put);
        });
    ObjectNode config = Json.object();
    config.set("spec", spec);
    return config;
  }

  private static ObjectNode fields(ObjectNode object) {
    return object.deepCopy().retain("spec");
  }

  @Provide
  Arbitrary<Map<String, Map<String, Integer>>> configs() {
    Arbitrary<String> names = Arbitraries.of("a", "b", "c");
    return Arbitraries.maps(
            names,
            Arbitraries.maps(names, Arbitraries.integers().between(1, 3)).ofMinSize(1).ofMaxSize(3))
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Property
  void the_last_apply_of_a_lone_manager_is_what_is_there(
      @ForAll("configs") Map<String, Map<String, Integer>> first,
      @ForAll("configs") Map<String, Map<String, Integer>> second) {
    ObjectNode once = apply.apply(Json.object(), config(first), writer("one"), false);
    ObjectNode twice = apply.apply(once, config(second), writer("one"), false);

    assertThat(fields(twice)).isEqualTo(config(second));
  }

  @Property
  void applying_the_same_again_changes_nothing(
      @ForAll("configs") Map<String, Map<String, Integer>> first,
      @ForAll("configs") Map<String, Map<String, Integer>> second) {
    ObjectNode live = apply.apply(Json.object(), config(first), writer("one"), false);
    ObjectNode shared = apply.apply(live, config(second), writer("two"), true);

    assertThat(apply.apply(shared, config(second), writer("two"), false)).isEqualTo(shared);
  }

  @Property
  void what_one_manager_gives_up_leaves_what_the_other_applied(
      @ForAll("configs") Map<String, Map<String, Integer>> mine,
      @ForAll("configs") Map<String, Map<String, Integer>> theirs) {
    ObjectNode live = apply.apply(Json.object(), config(mine), writer("one"), false);
    ObjectNode shared = apply.apply(live, config(theirs), writer("two"), true);
    ObjectNode left = apply.apply(shared, Json.object(), writer("one"), false);

    assertThat(fields(left)).isEqualTo(config(theirs));
  }

  @Test
  void items_of_a_keyed_list_belong_to_whoever_applied_them() {
    String containers = "{\"spec\":{\"containers\":[%s]}}";
    ObjectNode live =
        apply.apply(
            Json.object(),
            Json.parseObject(containers.formatted("{\"name\":\"a\",\"image\":\"a:1\"}")),
            writer("one"),
            false);
    ObjectNode both =
        apply.apply(
            live,
            Json.parseObject(containers.formatted("{\"name\":\"b\",\"image\":\"b:1\"}")),
            writer("two"),
            false);
    assertThat(both.at("/spec/containers")).hasSize(2);

    ObjectNode left = apply.apply(both, Json.object(), writer("one"), false);

    assertThat(left.at("/spec/containers")).hasSize(1);
    assertThat(left.at("/spec/containers/0/name").asText()).isEqualTo("b");
  }
}
