package io.jopf.jobflow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final Names NAMES =
      new Names(
          Map.of(
              "params.DAY",
              "1",
              "steps.load-a.outputs.rows",
              "10",
              "params.OS",
              "linux",
              "item",
              "x"),
          true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params.DAY == '1'",
        "params.DAY == 1.0",
        "steps.load-a.outputs.rows > 9",
        "'10' > '9'",
        "'b' > 'a10'",
        "params.DAY == 1 && steps.load-a.outputs.rows >= 10",
        "params.DAY == 2 || params.OS in ['mac', 'linux']",
        "!(params.DAY == 2) && !false",
        "false && true || true",
        "true || params.NONE == 1",
        "item != \"y\"",
        "-1 < 0"
      })
  void a_condition_that_holds(String text) {
    assertThat(new Condition(text).holds(NAMES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params.DAY == '2'",
        "steps.load-a.outputs.rows < 9",
        "params.OS in []",
        "true && (false || 1 == 2)",
        "!true"
      })
  void a_condition_that_does_not_hold(String text) {
    assertThat(new Condition(text).holds(NAMES)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 ==|something is missing at the end of: 1 ==",
        "1 == 1 1|'1' is too much in: 1 == 1 1",
        "(true|expected ')' and not the end in: (true",
        "1 = 1|cannot read '= 1' in: 1 = 1",
        "== 1|'==' is no value",
        "a in b|expected '[' and not 'b' in: a in b",
        "'open|cannot read ''open' in: 'open"
      })
  void what_cannot_be_read_is_said_at_once(String text, String message) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> new Condition(text))
        .withMessage(message);
  }

  @Test
  void a_name_that_stands_for_nothing_and_a_value_that_is_no_truth_are_errors() {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> new Condition("params.NONE == 1").holds(NAMES))
        .withMessage("there is no params.NONE");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> new Condition("params.OS").holds(NAMES))
        .withMessage("'linux' is neither true nor false");
  }

  @Test
  void placeholders_are_filled_and_shell_variables_stay() {
    assertThat(Placeholders.fill("${params.DAY} $HOME ${HOME} ${item} $${params.DAY}", NAMES))
        .isEqualTo("1 $HOME ${HOME} x ${params.DAY}");
    Names outside = new Names(Map.of(), false);
    assertThat(Placeholders.fill("for item in a; do echo ${item}; done", outside))
        .isEqualTo("for item in a; do echo ${item}; done");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> Placeholders.fill("${params.X}", outside))
        .withMessage("there is no params.X");
  }
}
