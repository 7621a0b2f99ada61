package io.jopf.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

  private static final Clock STOPPED =
      Clock.fixed(Instant.parse("2026-03-29T00:59:59Z"), ZoneOffset.UTC);

  @Test
  void elapsed_time_goes_on_when_the_machines_counter_wraps() {
    long begin = Long.MAX_VALUE - 5;
    AtomicLong nanos = new AtomicLong(begin);
    try (SystemTime time = new SystemTime(STOPPED, nanos::get, begin)) {
      nanos.addAndGet(Duration.ofSeconds(10).toNanos());

      assertThat(nanos).hasNegativeValue();
      assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void elapsed_time_and_delays_need_no_wall_clock() throws Exception {
    try (SystemTime time = new SystemTime(STOPPED, System::nanoTime, System.nanoTime())) {
      Duration before = time.elapsed();
      var passed = new CountDownLatch(1);
      time.schedule(Duration.ofMillis(1), passed::countDown);
      passed.await();

      assertThat(time.now()).isEqualTo(STOPPED.instant());
      assertThat(time.elapsed()).isGreaterThan(before);
    }
  }
}
