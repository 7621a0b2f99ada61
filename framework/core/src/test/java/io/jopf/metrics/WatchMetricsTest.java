package io.jopf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerObserver observer = new MicrometerObserver(registry);

  @Test
  void every_watch_says_how_silent_it_is_and_how_often_it_was_listed_and_given_up() {
    observer.watches("jobs.batch with a=b", () -> Duration.ofSeconds(20), () -> 3, () -> 1);

    assertThat(registry.get("jopf.watch.silence").timeGauge().value(TimeUnit.SECONDS))
        .isEqualTo(20);
    assertThat(registry.get("jopf.watch.lists").functionCounter().count()).isEqualTo(3);
    assertThat(registry.get("jopf.watch.restarts").functionCounter().count()).isEqualTo(1);
    assertThat(registry.get("jopf.watch.lists").functionCounter().getId().getTag("watch"))
        .isEqualTo("jobs.batch with a=b");
  }
}
