package io.jopf.health;

import io.jopf.operator.Operator;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Down only when workers have been lost, which nothing but a new process can mend. */
@Singleton
@Liveness
@Requires(classes = HealthIndicator.class)
@Requires(beans = Operator.class)
final class OperatorLiveness implements HealthIndicator {

  private final Operator operator;

  OperatorLiveness(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = operator.isHealthy() ? HealthStatus.UP : HealthStatus.DOWN;
    return Publishers.just(HealthResult.builder("workers", status).build());
  }
}
