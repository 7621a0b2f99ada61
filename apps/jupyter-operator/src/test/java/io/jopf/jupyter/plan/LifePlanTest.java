package io.jopf.jupyter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.settings.LifeSettings;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifePlanTest {

  private static final LifeSettings LIMITS =
      new LifeSettings(Duration.ofHours(2), true, Duration.ofDays(7), Duration.ofDays(30));

  private final Findings findings = new Findings();

  @Test
  void nothing_is_limited_unless_somebody_says_so() {
    assertThat(plan("taskId: t", LifeSettings.NONE))
        .isEqualTo(new LifePlan(null, false, null, null));
  }

  @Test
  void the_administrators_values_hold_where_the_notebook_says_nothing() {
    assertThat(plan("taskId: t", LIMITS))
        .isEqualTo(
            new LifePlan(Duration.ofHours(2), true, Duration.ofDays(7), Duration.ofDays(30)));
    assertThat(LifePlan.of(null, LIMITS)).isEqualTo(plan("taskId: t", LIMITS));
    assertThat(findings.warnings()).isEmpty();
  }

  @Test
  void a_notebook_may_be_idle_as_long_as_it_says_and_live_less() {
    assertThat(
            plan("cull: {timeout: 90m, connected: false, maxAge: 3600}, timeToLive: 1d12h", LIMITS))
        .isEqualTo(
            new LifePlan(Duration.ofMinutes(90), false, Duration.ofHours(1), Duration.ofHours(36)));
    assertThat(plan("cull: {timeout: 0}", LIMITS).idle()).isNull();
    assertThat(findings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8d", "0s"})
  void no_notebook_lives_longer_than_the_administrator_allows(String asked) {
    LifePlan plan = plan("cull: {maxAge: '%s'}".formatted(asked), LIMITS);

    assertThat(plan.running()).isEqualTo(Duration.ofDays(7));
    assertThat(findings.warnings())
        .containsExactly(
            "spec.imDataManager.cull.maxAge is '"
                + asked
                + "', more than this installation allows: 7d it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1h", "1w", "1.5h", "h", "1h 30m"})
  void what_is_no_length_of_time_is_refused(String text) {
    plan("timeToLive: '%s'".formatted(text), LIMITS);

    assertThat(findings.problems())
        .singleElement()
        .returns(
            "spec.imDataManager.timeToLive is '"
                + text
                + "': need a length of time like 90m, 2h or 7d",
            Problem::message);
  }

  @Test
  void blank_counts_as_absent() {
    assertThat(plan("cull: {timeout: ' ', maxAge: ''}, timeToLive: ''", LIMITS))
        .isEqualTo(plan("taskId: t", LIMITS));
    assertThat(findings.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"90, 1m30s", "3600s, 1h", "36h, 1d12h", "0, 0s", "1d2h3m4s, 1d2h3m4s"})
  void lengths_of_time_are_read_and_written(String text, String written) {
    assertThat(Durations.text(Durations.parse(text).orElseThrow())).isEqualTo(written);
  }

  private LifePlan plan(String fields, LifeSettings settings) {
    ImDataManager wanted =
        Objects.requireNonNull(
            Objects.requireNonNull(Samples.with(fields).getSpec()).imDataManager());
    return LifePlan.of(wanted, settings, findings);
  }
}
