package io.jopf.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** {@code jopf.queue.depth}, {@code jopf.handler.duration} and {@code jopf.events.dropped}. */
@Singleton
@Requires(classes = MeterRegistry.class)
@Requires(beans = MeterRegistry.class)
final class MicrometerObserver implements Observer {

  private final MeterRegistry registry;

  MicrometerObserver(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handles(String kind, IntSupplier waiting) {
    Gauge.builder("jopf.queue.depth", waiting::getAsInt)
        .description("objects that wait for a worker")
        .tag("kind", kind)
        .register(registry);
  }

  @Override
  public void ran(HandlerRun run) {
    Timer.builder("jopf.handler.duration")
        .description("calls of handlers")
        .tags(
            "kind", run.kind(),
            "handler", run.handler(),
            "reason", run.reason(),
            "outcome", run.outcome())
        .register(registry)
        .record(run.took());
  }

  @Override
  public void mayLead(BooleanSupplier leads) {
    Gauge.builder("jopf.leader", () -> leads.getAsBoolean() ? 1 : 0)
        .description("1 if this process leads, 0 if it stands by")
        .register(registry);
  }

  @Override
  public void leads() {
    Counter.builder("jopf.leader.terms")
        .description("how often this process has begun to lead")
        .register(registry)
        .increment();
  }

  @Override
  public void eventDropped(String why) {
    Counter.builder("jopf.events.dropped")
        .description("events that were not posted because there were too many")
        .tag("why", why)
        .register(registry)
        .increment();
  }

  @Override
  public void watches(
      String stream, Supplier<Duration> silence, LongSupplier lists, LongSupplier restarts) {
    // the registry holds what it reads from but weakly: that is this observer
    TimeGauge.builder(
            "jopf.watch.silence", this, TimeUnit.MILLISECONDS, none -> silence.get().toMillis())
        .description("since the last sign of life of a watch")
        .tag("watch", stream)
        .register(registry);
    FunctionCounter.builder("jopf.watch.lists", this, none -> lists.getAsLong())
        .description("lists of everything")
        .tag("watch", stream)
        .register(registry);
    FunctionCounter.builder("jopf.watch.restarts", this, none -> restarts.getAsLong())
        .description("connections given up because nothing was heard of them")
        .tag("watch", stream)
        .register(registry);
  }
}
