package io.jopf.jobflow.meter;

import io.jopf.flow.FlowState;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code jobflow.flows}, {@code jobflow.step.duration} and {@code jobflow.hop.duration}. Tags are
 * states, never names. For several threads.
 */
@Singleton
public final class FlowMeters {
  private static final Duration[] STEPS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(4),
    Duration.ofDays(1)
  };
  private static final Duration[] HOPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private final @Nullable MeterRegistry registry;
  private final @Nullable Timer hops;
  private final AtomicBoolean counting = new AtomicBoolean();

  /**
   * Measures nothing yet.
   *
   * @param registry empty where nothing is to be measured
   */
  public FlowMeters(Optional<MeterRegistry> registry) {
    this.registry = registry.orElse(null);
    this.hops =
        registry
            .map(
                meters ->
                    Timer.builder("jobflow.hop.duration")
                        .description("from the news that a Job has ended to the next creation")
                        .serviceLevelObjectives(HOPS)
                        .register(meters))
            .orElse(null);
  }

  /**
   * Counts flows from now on; the first call counts.
   *
   * @param flows how many are in a state
   */
  public void count(ToIntFunction<String> flows) {
    if (registry == null || counting.getAndSet(true)) {
      return;
    }
    for (FlowState state : FlowState.values()) {
      if (state != FlowState.PAUSED) {
        Gauge.builder("jobflow.flows", flows, all -> all.applyAsInt(state.text()))
            .description("flows that there are")
            .tag("state", state.text())
            .strongReference(true)
            .register(registry);
      }
    }
  }

  /** Takes the time of the steps that have ended between two looks. */
  public void ended(List<StepStatus> before, List<StepStatus> after) {
    if (registry == null) {
      return;
    }
    Map<String, StepState> known = new HashMap<>();
    for (StepStatus step : before) {
      known.put(step.name(), step.state());
    }
    for (StepStatus step : after) {
      StepState then = known.get(step.name());
      boolean ended = step.state().finished() && (then == null || !then.finished());
      if (ended && step.started() != null && step.finished() != null) {
        Timer.builder("jobflow.step.duration")
            .description("last attempts of steps that have ended")
            .tag("state", step.state().text())
            .serviceLevelObjectives(STEPS)
            .register(registry)
            .record(Duration.between(step.started(), step.finished()));
      }
    }
  }

  /** A Job was created because another one had ended. */
  public void hop(Duration took) {
    if (hops != null) {
      hops.record(took);
    }
  }
}
