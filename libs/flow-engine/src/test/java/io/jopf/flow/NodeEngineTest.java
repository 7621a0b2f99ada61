package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeEngineTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Map<String, Observed> jobs = new HashMap<>();
  private FlowStatus remembered = FlowStatus.none();

  @Test
  void every_node_gets_its_job_in_a_single_pass() {
    assertThat(run("node2", "node1", "node2")).containsExactly("node1", "node2");
    assertThat(remembered.state()).isEqualTo(FlowState.RUNNING);
  }

  @Test
  void it_succeeds_when_every_node_succeeded() {
    run("a", "b");
    finish("a", true);
    run("a", "b");
    assertThat(remembered.state()).isEqualTo(FlowState.RUNNING);

    finish("b", true);
    run("a", "b");
    assertThat(remembered.state()).isEqualTo(FlowState.SUCCEED);
    assertThat(remembered.completed()).isEqualTo(NOW);
  }

  @Test
  void it_shows_failed_at_once_while_the_other_nodes_finish() {
    run("a", "b");
    finish("a", false);
    run("a", "b");
    assertThat(remembered.state()).isEqualTo(FlowState.FAILED);
    assertThat(remembered.completed()).isNull();

    finish("b", true);
    assertThat(run("a", "b", "new")).as("nothing new after a failure").isEmpty();
    assertThat(remembered.counts().succeeded()).isEqualTo(1);
    assertThat(remembered.completed()).isEqualTo(NOW);
  }

  @Test
  void without_a_node_it_is_pending_and_says_why() {
    assertThat(run()).isEmpty();
    assertThat(remembered.state()).isEqualTo(FlowState.PENDING);
    assertThat(remembered.reason()).isEqualTo(Reasons.NO_MATCHING_NODE);
  }

  @Test
  void a_node_that_is_gone_blocks_nothing() {
    run("a", "b");
    finish("a", true);
    run("a");

    assertThat(remembered.state()).isEqualTo(FlowState.SUCCEED);
    assertThat(remembered.counts().total()).isEqualTo(1);
  }

  @Test
  void a_new_node_gets_its_job_and_finished_nodes_are_not_run_again() {
    run("a");
    finish("a", true);
    run("a");
    jobs.clear();

    assertThat(run("a", "b")).containsExactly("b");
    assertThat(remembered.state()).isEqualTo(FlowState.RUNNING);
  }

  @Test
  void a_node_that_comes_back_while_its_finished_job_exists_is_not_run_again() {
    run("a", "b");
    finish("a", true);
    finish("b", true);
    run("b");

    assertThat(run("a", "b")).isEmpty();
    assertThat(remembered.state()).isEqualTo(FlowState.SUCCEED);
  }

  @Test
  void deletion_shows_terminating_with_and_without_nodes() {
    for (List<String> nodes : List.of(List.<String>of(), List.of("a"))) {
      Decision decision = NodeEngine.decide(nodes, FlowStatus.none(), jobs, true, NOW);

      assertThat(decision.status().state()).isEqualTo(FlowState.TERMINATING);
      assertThat(decision.toStart()).isEmpty();
    }
  }

  private List<String> run(String... nodes) {
    Decision decision = NodeEngine.decide(List.of(nodes), remembered, jobs, false, NOW);
    List<String> started = decision.toStart().stream().map(Start::step).toList();
    started.forEach(node -> jobs.put(node, Observed.active(NOW)));
    remembered = NodeEngine.decide(List.of(nodes), remembered, jobs, false, NOW).status();
    return started;
  }

  private void finish(String node, boolean well) {
    jobs.put(
        node, well ? Observed.succeeded(NOW, NOW) : Observed.failed(NOW, NOW, "Failed", "bad"));
  }
}
