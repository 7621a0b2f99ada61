package io.jopf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class OperatorMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void calls_are_counted_by_verb_and_code() {
    ApiCallMeter meter = new ApiCallMeter(registry);
    meter.called("create", 201);
    meter.called("create", 201);
    meter.called("list", 0);

    assertThat(
            registry.get("jopf.api.calls").tags("verb", "create", "code", "201").counter().count())
        .isEqualTo(2);
    assertThat(
            registry.get("jopf.api.calls").tags("verb", "list", "code", "none").counter().count())
        .isEqualTo(1);
  }

  @Test
  void the_build_tells_what_runs() {
    new BuildInfo("some-operator").bindTo(registry);

    assertThat(registry.get("jopf.build.info").tag("application", "some-operator").gauge().value())
        .isEqualTo(1);
    assertThat(registry.get("jopf.build.info").gauge().getId().getTag("java"))
        .isEqualTo(Runtime.version().toString());
  }
}
