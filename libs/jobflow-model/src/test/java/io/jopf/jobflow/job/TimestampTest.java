package io.jopf.jobflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  private static final long LAST = 253_402_300_799L; // 9999-12-31T23:59:59Z

  @Test
  void seconds_are_read_as_they_are_written() {
    // at odd distances, so that all fields take all their values
    for (long seconds = 0; seconds <= LAST; seconds += 79_197_739) {
      Instant time = Instant.ofEpochSecond(seconds);

      assertThat(Timestamp.read(time.toString())).isEqualTo(time);
    }
    assertThat(Timestamp.read("9999-12-31T23:59:59Z")).isEqualTo(Instant.ofEpochSecond(LAST));
  }

  @Test
  void fractions_are_read_too() {
    assertThat(Timestamp.read("2026-05-01T10:00:00.123456Z"))
        .isEqualTo(Instant.parse("2026-05-01T10:00:00.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-05-01 10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-05-+1T10:00:00Z",
        "2026-05--1T10:00:00Z",
        "2026-05-01T25:00:00Z",
        "2026-0x-01T10:00:00Z",
        "2026-05-01T1\u0660:00:00Z",
        "2026-05-01T24:00:00Z",
        "2026-05-01T23:59:60Z"
      })
  void what_is_no_time_is_nothing(String text) {
    assertThat(Timestamp.read(text)).isNull();
  }

  @Test
  void nothing_stays_nothing() {
    assertThat(Timestamp.read(null)).isNull();
  }
}
