package io.jopf.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScaledTimeTest {

  @Test
  void a_delay_of_an_hour_can_pass_in_no_time() throws InterruptedException {
    CountDownLatch rung = new CountDownLatch(1);
    try (ScaledTime time = ScaledTime.fasterThanReal(1_000_000)) {
      time.schedule(Duration.ofHours(1), rung::countDown);

      assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void the_present_is_the_real_one() {
    try (ScaledTime time = ScaledTime.fasterThanReal(1_000)) {
      Instant before = Instant.now();

      assertThat(time.now()).isBetween(before, Instant.now());
    }
  }

  @Test
  void time_cannot_be_slowed_down() {
    assertThatThrownBy(() -> ScaledTime.fasterThanReal(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
