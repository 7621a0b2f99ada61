package io.jopf.jobflow.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlowMetersTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FlowMeters meters = new FlowMeters(Optional.of(registry));

  private static StepStatus step(String name, StepState state, int seconds) {
    Instant end = state.finished() ? START.plusSeconds(seconds) : null;
    return new StepStatus(name, state, 1, 0, null, START, end, null, null);
  }

  @Test
  void flows_are_counted_by_state() {
    meters.count(state -> Map.of("Running", 3, "Failed", 1).getOrDefault(state, 0));

    assertThat(registry.get("jobflow.flows").tag("state", "Running").gauge().value()).isEqualTo(3);
    assertThat(registry.get("jobflow.flows").tag("state", "Failed").gauge().value()).isEqualTo(1);
    assertThat(registry.get("jobflow.flows").tag("state", "Succeed").gauge().value()).isZero();
  }

  @Test
  void a_step_is_measured_once_when_it_ends() {
    List<StepStatus> first =
        List.of(step("a", StepState.RUNNING, 0), step("b", StepState.RUNNING, 0));
    List<StepStatus> second =
        List.of(step("a", StepState.SUCCEEDED, 30), step("b", StepState.FAILED, 5));

    meters.ended(first, second);
    meters.ended(second, second);

    var succeeded = registry.get("jobflow.step.duration").tag("state", "Succeeded").timer();
    assertThat(succeeded.count()).isEqualTo(1);
    assertThat(succeeded.totalTime(TimeUnit.SECONDS)).isEqualTo(30);
    assertThat(registry.get("jobflow.step.duration").tag("state", "Failed").timer().count())
        .isEqualTo(1);
  }

  @Test
  void no_name_of_a_step_is_a_tag() {
    meters.ended(List.of(), List.of(step("secret-name", StepState.SUCCEEDED, 1)));
    meters.hop(Duration.ofMillis(3));

    assertThat(registry.getMeters().stream().map(Meter::getId).map(Object::toString))
        .isNotEmpty()
        .noneMatch(id -> id.contains("secret-name"));
    assertThat(registry.get("jobflow.hop.duration").timer().count()).isEqualTo(1);
  }

  @Test
  void without_a_registry_nothing_is_measured() {
    FlowMeters none = new FlowMeters(Optional.empty());

    none.count(
        state -> {
          throw new AssertionError("nobody asks");
        });
    none.ended(List.of(), List.of(step("a", StepState.SUCCEEDED, 1)));
    none.hop(Duration.ZERO);

    assertThat(registry.find("jobflow.step.duration").timer()).isNull();
    assertThat(registry.get("jobflow.hop.duration").timer().count()).isZero();
  }
}
