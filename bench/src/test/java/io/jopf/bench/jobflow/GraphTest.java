package io.jopf.bench.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

  @Test
  void a_fan_opens_after_the_first_step_and_closes_with_the_last() {
    assertThat(Graph.fan(2).needs())
        .containsExactly(List.of(), List.of(0), List.of(0), List.of(1, 2));
    assertThat(Graph.fan(2).dependents())
        .containsExactly(List.of(1, 2), List.of(3), List.of(3), List.of());
  }

  @Test
  void layers_wait_for_the_layer_before_alone_and_are_the_same_every_time() {
    Graph graph = Graph.layers(3, 4);

    assertThat(graph.size()).isEqualTo(12);
    assertThat(graph.needs().subList(0, 4)).allMatch(List::isEmpty);
    assertThat(graph.needs().subList(8, 12))
        .allSatisfy(
            needs -> assertThat(needs).isNotEmpty().allMatch(need -> need >= 4 && need < 8));
    assertThat(Graph.layers(3, 4)).isEqualTo(graph);
  }
}
