package io.jopf.handler.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.handler.Effort;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortRulesTest {

  @Test
  void nothing_said_and_everything_said_well_are_legal() {
    assertThat(mistakes(Effort.DEFAULT)).isEmpty();
    assertThat(mistakes(new Effort("1s", "5m", 0.5, "1h"))).isEmpty();
    assertThat(mistakes(new Effort("5m", "5m", 0, ""))).isEmpty();
  }

  @Test
  void every_duration_has_to_be_one_and_is_named() {
    assertThat(mistakes(new Effort("1", "2", -1, "3")))
        .containsExactly(
            "@OnCreate(backoff = \"1\"): '1' is not a duration such as 500ms, 20s, 5m, 2h or 1d",
            "@OnCreate(maxBackoff = \"2\"): '2' is not a duration such as 500ms, 20s, 5m, 2h or 1d",
            "@OnCreate(timeout = \"3\"): '3' is not a duration such as 500ms, 20s, 5m, 2h or 1d");
  }

  @Test
  void no_duration_may_be_zero() {
    assertThat(mistakes(new Effort("0s", "", -1, "0m")))
        .containsExactly(
            "@OnCreate(backoff = \"0s\"): more than 0", "@OnCreate(timeout = \"0m\"): more than 0");
  }

  @Test
  void the_longest_pause_is_not_shorter_than_the_first() {
    assertThat(mistakes(new Effort("1m", "59s", -1, "")))
        .containsExactly("@OnCreate(maxBackoff = \"59s\"): at least the backoff, 1m");
  }

  @Property
  void every_part_of_a_pause_is_a_legal_jitter(@ForAll @DoubleRange(min = 0, max = 1) double part) {
    assertThat(mistakes(new Effort("", "", part, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, -2, Double.NaN, Double.POSITIVE_INFINITY})
  void another_jitter_is_refused(double jitter) {
    assertThat(mistakes(new Effort("", "", jitter, "")))
        .containsExactly("@OnCreate(jitter = " + jitter + "): from 0 to 1, or -1");
  }

  private static List<String> mistakes(Effort effort) {
    return EffortRules.mistakes(Described.on("OnCreate", "", -1, effort));
  }
}
