package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KopfKeysTest {

  private static final String LONG =
      "field_fn/spec.template.spec.containers.very.long.path.of.a.field";

  /** Annotations that Kopf 1.45.2 wrote. */
  @ParameterizedTest
  @ValueSource(strings = {"creating", "prefixed"})
  void all_names_that_kopf_gave_its_handlers_are_found_again(String object) {
    ObjectNode written = Written.by(object);
    String prefix =
        object.equals("prefixed") ? "a-long-operator-name-of-someone.example.com" : Written.PREFIX;
    KopfKeys keys = KopfKeys.of(prefix, written);
    Stream<String> ids =
        Stream.of(
            "create_fn",
            "wait_fn",
            "broken_fn",
            "parent_fn",
            "parent_fn/one",
            "parent_fn/two",
            LONG);

    List<String> names = ids.flatMap(id -> keys.of(id).stream()).distinct().toList();

    assertThat(Written.annotations(written).stream().filter(name -> name.startsWith(prefix)))
        .filteredOn(name -> !name.endsWith("/kopf-managed"))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void on_a_replica_set_of_a_deployment_names_are_marked() {
    ObjectNode written = Written.by("replicaset");

    assertThat(KopfKeys.of(Written.PREFIX, written).of("last-handled-configuration"))
        .containsOnly("kopf.zalando.org/last-handled-configuration-ofDRS");
    assertThat(Written.annotations(written))
        .contains("kopf.zalando.org/last-handled-configuration-ofDRS");
  }

  @Test
  void names_of_functions_within_functions_are_made_safe() {
    assertThat(new KopfKeys("k.io", "").of("outer.<locals>.fn/spec.x"))
        .containsOnly("k.io/outer._locals_.fn.spec.x");
  }
}
