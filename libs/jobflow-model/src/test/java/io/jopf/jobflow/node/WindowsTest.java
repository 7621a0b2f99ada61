package io.jopf.jobflow.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.MaintenanceWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private final DaemonJobSpec spec = new DaemonJobSpec();

  @Test
  void without_windows_nodes_may_begin_at_any_time() {
    assertThat(closedUntil("2026-01-01T00:00:00Z")).isNull();
    assertThat(Windows.of(null).closedUntil(Instant.EPOCH)).isNull();
  }

  @Test
  void a_window_is_open_from_its_time_for_its_duration() {
    windows(new MaintenanceWindow("0 2 * * *", 3600));

    assertThat(closedUntil("2026-01-01T01:59:59Z")).isEqualTo("2026-01-01T02:00:00Z");
    assertThat(closedUntil("2026-01-01T02:00:00Z")).isNull();
    assertThat(closedUntil("2026-01-01T02:59:59Z")).isNull();
    assertThat(closedUntil("2026-01-01T03:00:00Z")).isEqualTo("2026-01-02T02:00:00Z");
    assertThat(openUntil("2026-01-01T02:30:00Z")).isEqualTo("2026-01-01T03:00:00Z");
    assertThat(openUntil("2026-01-01T03:00:00Z")).isNull();
  }

  @Test
  void of_several_windows_one_that_is_open_is_enough_and_the_next_one_counts() {
    windows(new MaintenanceWindow("0 2 * * *", 3600), new MaintenanceWindow("30 2 * * *", 7200));

    assertThat(openUntil("2026-01-01T02:45:00Z")).isEqualTo("2026-01-01T04:30:00Z");
    assertThat(closedUntil("2026-01-01T03:30:00Z")).isNull();
    assertThat(closedUntil("2026-01-01T05:00:00Z")).isEqualTo("2026-01-02T02:00:00Z");
  }

  @Test
  void windows_that_overlap_or_follow_at_once_are_one() {
    windows(new MaintenanceWindow("0 2 * * *", 3600), new MaintenanceWindow("0 3 * * *", 1800));
    assertThat(openUntil("2026-01-01T02:15:00Z")).isEqualTo("2026-01-01T03:30:00Z");

    windows(new MaintenanceWindow("*/10 2 * * *", 1200));
    assertThat(openUntil("2026-01-01T02:15:00Z")).isEqualTo("2026-01-01T03:10:00Z");
  }

  @Test
  void one_that_never_closes_is_looked_at_seldom() {
    windows(new MaintenanceWindow("* * * * *", 3600));

    assertThat(closedUntil("2026-01-01T02:15:30Z")).isNull();
    assertThat(openUntil("2026-01-01T02:15:30Z"))
        .isAfterOrEqualTo(Instant.parse("2026-01-02T02:15:30Z"));
  }

  @Test
  void the_time_zone_counts() {
    windows(new MaintenanceWindow("0 2 * * *", 3600));
    spec.setTimeZone("America/New_York");

    assertThat(closedUntil("2026-01-01T02:00:00Z")).isEqualTo("2026-01-01T07:00:00Z");
  }

  @Test
  void what_cannot_be_read_is_named_with_its_field() {
    windows(new MaintenanceWindow("0 2 * *", 0));

    assertThat(Windows.problems(spec)).hasSize(2);
    assertThat(Windows.problems(spec).get(0))
        .isEqualTo("spec.maintenanceWindows[0].durationSeconds is 0: at least 60");
    assertThat(Windows.problems(spec).get(1))
        .startsWith("spec.maintenanceWindows[0]: schedule 0 2 * *: ");
  }

  private void windows(MaintenanceWindow... windows) {
    spec.setMaintenanceWindows(List.of(windows));
  }

  private @Nullable Instant closedUntil(String now) {
    return Windows.of(spec).closedUntil(Instant.parse(now));
  }

  private @Nullable Instant openUntil(String now) {
    return Windows.of(spec).openUntil(Instant.parse(now));
  }
}
