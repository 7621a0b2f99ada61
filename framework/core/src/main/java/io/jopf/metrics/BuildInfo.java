package io.jopf.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code jopf.build.info}: always 1, its tags tell what runs. */
@Singleton
@Requires(classes = MeterRegistry.class)
final class BuildInfo implements MeterBinder {

  private final String application;

  BuildInfo(@Value("${micronaut.application.name:operator}") String application) {
    this.application = application;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    String version = BuildInfo.class.getPackage().getImplementationVersion();
    Gauge.builder("jopf.build.info", () -> 1)
        .description("what runs")
        .tag("application", application)
        .tag("version", Optional.ofNullable(version).orElse("unknown"))
        .tag("java", Runtime.version().toString())
        .register(registry);
  }
}
