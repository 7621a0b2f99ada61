package io.jopf.health;

import io.jopf.activity.ProbeResult;
import io.jopf.activity.Probes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Down when a probe of the application says so. */
@Singleton
@Liveness
@Requires(classes = HealthIndicator.class)
final class ProbeLiveness implements HealthIndicator {

  private final Probes probes;

  ProbeLiveness(Probes probes) {
    this.probes = probes;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(() -> probes.ask().thenApply(ProbeLiveness::result));
  }

  private static HealthResult result(Map<String, ProbeResult> answers) {
    boolean up = answers.values().stream().allMatch(ProbeResult::up);
    Map<String, Object> details = new LinkedHashMap<>();
    answers.forEach((id, answer) -> details.put(id, answer.detail()));
    return HealthResult.builder("probes", up ? HealthStatus.UP : HealthStatus.DOWN)
        .details(details)
        .build();
  }
}
