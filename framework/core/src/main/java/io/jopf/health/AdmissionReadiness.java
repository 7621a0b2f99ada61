package io.jopf.health;

import io.jopf.admission.AdmissionService;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Up when admission handlers are served; absent where there are none. Trouble with the certificate
 * or the configurations is shown but takes no replica out of the Service: it still answers.
 */
@Singleton
@Readiness
@Requires(classes = HealthIndicator.class)
@Requires(beans = AdmissionService.class)
final class AdmissionReadiness implements HealthIndicator {

  private final AdmissionService service;

  AdmissionReadiness(AdmissionService service) {
    this.service = service;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    if (!service.isWanted()) {
      return Publishers.empty();
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("port", service.port());
    String trouble = service.trouble();
    if (trouble != null) {
      details.put("trouble", trouble);
    }
    return Publishers.just(
        HealthResult.builder("admission", service.port() < 0 ? HealthStatus.DOWN : HealthStatus.UP)
            .details(details)
            .build());
  }
}
