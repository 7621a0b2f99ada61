package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void below_a_minute_there_are_tenths_that_are_never_rounded_up() {
    assertThat(Times.text(Duration.ofMillis(4290))).isEqualTo("4.2s");
    assertThat(Times.text(Duration.ofMillis(59_990))).isEqualTo("59.9s");
  }

  @Test
  void from_a_minute_on_there_are_minutes_and_seconds() {
    assertThat(Times.text(Duration.ofSeconds(100))).isEqualTo("1m40s");
  }

  @Test
  void an_unknown_time_is_not_written() {
    assertThat(Times.text(null)).isEmpty();
  }
}
