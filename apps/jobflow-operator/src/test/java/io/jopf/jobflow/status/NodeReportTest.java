package io.jopf.jobflow.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.flow.Observed;
import io.jopf.flow.rollout.Place;
import io.jopf.flow.rollout.Rollout;
import io.jopf.flow.rollout.RolloutControl;
import io.jopf.flow.rollout.RolloutDecision;
import io.jopf.flow.rollout.RolloutInput;
import io.jopf.flow.rollout.RolloutPolicy;
import io.jopf.jobflow.api.DaemonJobStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeReportTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Observed> jobs = new HashMap<>();
  private NodeReport stored = NodeReport.of(null);

  @Test
  void what_was_written_is_read_back_the_same() {
    add("a", "b", "c");
    jobs.put("a", Observed.failed(NOW, NOW, "BackoffLimitExceeded", "bad"));
    jobs.put("b", Observed.active(NOW));

    NodeReport written = look();
    NodeReport read = NodeReport.of(written.status());

    assertThat(read.rollout().nodes()).isEqualTo(written.rollout().nodes());
    assertThat(read.rollout().halted()).isEqualTo(NOW);
    assertThat(read.state()).isEqualTo("Failed");
    assertThat(written.status().failedNodes()).containsExactly("a");
    assertThat(written.status().progress()).isEqualTo("0/3");
    stored = read;
    assertThat(look().status()).as("equal facts give an equal status").isEqualTo(written.status());
  }

  @Test
  void a_status_of_the_older_form_is_understood() {
    DaemonJobStatus none = DaemonJobStatus.none();
    assertThat(NodeReport.of(none).rollout().nodes()).isEmpty();
    assertThat(NodeReport.of(none).state()).isEmpty();
  }

  @Test
  void of_many_nodes_those_that_succeeded_are_packed_and_remembered() {
    for (int i = 0; i < 2500; i++) {
      add("node-" + i + ".eu-central-1.compute.internal");
    }
    places.keySet().forEach(node -> jobs.put(node, Observed.succeeded(NOW, NOW)));
    jobs.put("slow", Observed.active(NOW));
    add("slow");

    stored = look();
    DaemonJobStatus status = stored.status();
    assertThat(status.nodes()).hasSize(1);
    assertThat(status.succeededNodes()).hasSizeLessThan(60_000);
    assertThat(condition("StatusCompacted")).startsWith("True");

    stored = NodeReport.of(status);
    jobs.keySet().removeIf(node -> !node.equals("slow"));
    RolloutDecision decision = decide();
    assertThat(decision.toStart()).as("none runs again").isEmpty();
    assertThat(decision.status().counts().succeeded()).isEqualTo(2500);
  }

  @Test
  void conditions_tell_tools_when_to_wait_and_when_it_is_over() {
    add("a");
    jobs.put("a", Observed.active(NOW));
    stored = look();
    assertThat(condition("Complete")).isEqualTo("False Progressing");
    assertThat(condition("Reconciling")).isEqualTo("True Progressing");
    jobs.put("a", Observed.succeeded(NOW, NOW));
    stored = look();

    assertThat(condition("Complete")).isEqualTo("True Completed");
    assertThat(condition("Failed")).isEqualTo("False Completed");
    assertThat(condition("Reconciling")).isEqualTo("False Completed");
    assertThat(condition("Stalled")).isEmpty();
  }

  @Test
  void what_happened_is_told_once() {
    add("a", "b");
    jobs.put("a", Observed.failed(NOW, NOW, "BackoffLimitExceeded", "bad"));
    jobs.put("b", Observed.active(NOW));
    NodeReport after = look();

    assertThat(NodeHappenings.between(stored, after, List.of()).all())
        .extracting(NodeHappenings.Happening::reason)
        .containsExactly("BackoffLimitExceeded", "Failed");
    NodeReport read = NodeReport.of(after.status());
    stored = read;
    assertThat(NodeHappenings.between(read, look(), List.of()).all()).isEmpty();
  }

  private void add(String... nodes) {
    for (String node : nodes) {
      places.put(node, Place.fit("0a1b2c3d-" + node));
    }
  }

  private RolloutDecision decide() {
    return Rollout.decide(
        new RolloutInput(
            RolloutPolicy.plain(), places, stored.rollout(), jobs, RolloutControl.none(), NOW));
  }

  private NodeReport look() {
    return stored.next(
        new ObjectMetaBuilder().withName("d").withGeneration(1L).build(),
        decide().status(),
        Map.of(),
        List.of(),
        List.of(),
        new NodeReport.Wished(null, null),
        null,
        NOW);
  }

  private String condition(String type) {
    return stored.conditions().stream()
        .filter(one -> type.equals(one.getType()))
        .map((Condition one) -> one.getStatus() + " " + one.getReason())
        .findFirst()
        .orElse("");
  }
}
