package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.node.PlacementRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FewQuestionsTest {
  private final List<String> asked = new ArrayList<>();
  private final FewQuestions cluster =
      new FewQuestions(
          new PlacementRisk.Cluster() {
            @Override
            public Optional<NodeFacts> node(String name) {
              asked.add(name);
              return Optional.empty();
            }

            @Override
            public Optional<String> waitingClass(String claim) {
              asked.add(claim);
              return Optional.of("local");
            }
          });

  @Test
  void after_ten_nodes_nothing_is_known_against_the_others() {
    for (int i = 0; i < 10; i++) {
      assertThat(cluster.node("n" + i)).isEmpty();
    }

    assertThat(cluster.node("n10")).isPresent();
    assertThat(asked).hasSize(10);
  }

  @Test
  void a_claim_counts_twice() {
    cluster.node("n");
    for (int i = 0; i < 4; i++) {
      assertThat(cluster.waitingClass("c" + i)).contains("local");
    }

    assertThat(cluster.waitingClass("c4")).isEmpty();
    assertThat(asked).containsExactly("n", "c0", "c1", "c2", "c3");
  }
}
