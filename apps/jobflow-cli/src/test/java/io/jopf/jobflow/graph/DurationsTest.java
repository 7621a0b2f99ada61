package io.jopf.jobflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void two_units_are_enough() {
    assertThat(Durations.text(Duration.ofMillis(59_999))).isEqualTo("59s");
    assertThat(Durations.text(Duration.ofSeconds(125))).isEqualTo("2m05s");
    assertThat(Durations.text(Duration.ofMinutes(192))).isEqualTo("3h12m");
    assertThat(Durations.text(Duration.ofHours(98))).isEqualTo("4d2h");
    assertThat(Durations.text(Duration.ofSeconds(-3))).isEqualTo("0s");
  }
}
