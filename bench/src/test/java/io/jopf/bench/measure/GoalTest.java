package io.jopf.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {

  private final Results results = new Results();

  private void measured(String row, double... values) {
    for (int round = 0; round < values.length; round++) {
      results.add(round + 1, row, "CPU", values[round]);
    }
  }

  @Test
  void a_ratio_is_of_medians_and_shows_the_spread_of_both() {
    measured("ours", 9, 1, 2);
    measured("theirs", 4, 5, 3);

    assertThat(new Goal("CPU", "theirs", 0.7).row(results, "ours"))
        .containsExactly(
            "CPU", "2.00 [1.00..9.00]", "theirs", "4.00 [3.00..5.00]", "0.50", "0.70", "met");
  }

  @Test
  void a_ratio_above_the_limit_is_missed() {
    measured("ours", 4);
    measured("theirs", 5);

    assertThat(new Goal("CPU", "theirs", 0.7).row(results, "ours"))
        .endsWith("0.80", "0.70", "MISSED");
  }

  @Test
  void a_limit_without_a_peer_is_for_the_value_itself() {
    measured("ours", 3);

    assertThat(new Goal("CPU", "", 3).row(results, "ours")).endsWith("3.00", "met");
    assertThat(new Goal("CPU", "", 2.9).row(results, "ours")).endsWith("2.90", "MISSED");
  }

  @Test
  void who_did_not_take_part_is_not_judged() {
    measured("ours", 3);

    assertThat(new Goal("CPU", "theirs", 1).row(results, "ours")).endsWith("not measured");
    assertThat(new Goal("CPU", "", 1).row(results, "theirs")).endsWith("not measured");
  }
}
