package io.jopf.health;

import io.jopf.operator.Operator;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Up when the operator sees the cluster and works, or stands by to do so. */
@Singleton
@Readiness
@Requires(classes = HealthIndicator.class)
@Requires(beans = Operator.class)
final class OperatorReadiness implements HealthIndicator {

  private final Operator operator;

  OperatorReadiness(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    List<String> down = operator.watchesDown();
    boolean up = operator.isReady() && down.isEmpty();
    return Publishers.just(
        HealthResult.builder("operator", up ? HealthStatus.UP : HealthStatus.DOWN)
            .details(
                Map.of(
                    "working",
                    operator.isWorking(),
                    "leadership",
                    operator.leadership(),
                    "watchesDown",
                    down))
            .build());
  }
}
