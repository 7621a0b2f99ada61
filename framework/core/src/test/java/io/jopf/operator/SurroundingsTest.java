package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.client.Fence;
import io.jopf.index.Indices;
import io.jopf.intake.Extras;
import io.jopf.json.Json;
import io.jopf.memo.Memos;
import io.jopf.patch.Changes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  @Test
  void what_a_call_writes_later_is_written_in_the_term_of_the_call() {
    List<Fence> asked = new ArrayList<>();
    Fence earlier = () -> false;
    Fence later = () -> true;
    Surroundings all =
        new Surroundings(
            new Memos(key -> null),
            new Indices(),
            new NoObjects(),
            (object, changes, term) -> asked.add(term),
            Extras.NONE,
            later);

    Surroundings daemon = all.with(Extras.NONE, earlier);
    daemon.write(new GenericKubernetesResource(), new Changes(Json.MAPPER.createObjectNode()));

    assertThat(asked).containsExactly(earlier);
  }
}
