package io.jopf.bench.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.bench.measure.Results;
import org.junit.jupiter.api.Test;

class TargetTest {

  private final Results results = new Results();

  @Test
  void a_ratio_is_judged_by_the_medians_of_both() {
    for (int round = 1; round <= 3; round++) {
      results.add(round, Target.OPERATOR, "s", round * 3);
      results.add(round, Target.BARE, "s", round * 2);
    }

    assertThat(Target.ratioAtMost("s", 1.5).row(results))
        .containsExactly("s", "6.00", "4.00", "1.50", "≤ 1.50 × bare", "met");
    assertThat(Target.ratioAtLeast("s", 1.6).row(results)).last().isEqualTo("MISSED");
  }

  @Test
  void a_value_needs_no_bare_client_and_nothing_is_not_met() {
    results.add(1, Target.OPERATOR, "writes", 1051);

    assertThat(Target.atMost("writes", 1050).row(results))
        .containsExactly("writes", "1051", "-", "-", "≤ 1050", "MISSED");
    assertThat(Target.atMost("other", 1).row(results)).last().isEqualTo("not measured");
  }
}
