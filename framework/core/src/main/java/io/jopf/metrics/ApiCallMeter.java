package io.jopf.metrics;

import io.jopf.client.CallListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code jopf.api.calls}. */
@Singleton
@Requires(classes = MeterRegistry.class)
@Requires(beans = MeterRegistry.class)
final class ApiCallMeter implements CallListener {

  private record Call(String verb, int code) {}

  private final MeterRegistry registry;
  private final Map<Call, Counter> counters = new ConcurrentHashMap<>();

  ApiCallMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void called(String verb, int code) {
    counters.computeIfAbsent(new Call(verb, code), this::counter).increment();
  }

  private Counter counter(Call call) {
    return Counter.builder("jopf.api.calls")
        .description("requests to the API server")
        .tag("verb", call.verb())
        .tag("code", call.code() == 0 ? "none" : Integer.toString(call.code()))
        .register(registry);
  }
}
