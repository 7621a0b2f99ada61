package io.jopf.handler.check;

import static io.jopf.handler.check.Described.method;
import static io.jopf.handler.check.Described.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.handler.Effort;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionRulesTest {

  private static final String ID_FORM =
      "an id is a letter followed by letters, digits, '_', '.' or '-'";

  @Test
  void the_defaults_are_legal() {
    assertThat(OptionRules.mistakes(method("create", on("OnCreate"), on("OnUpdate")))).isEmpty();
  }

  @Property
  void letters_are_an_id(@ForAll @AlphaChars @StringLength(min = 1, max = 300) String id) {
    assertThat(OptionRules.mistakes(method("_", on("OnCreate", id)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1st", "_a", "a b", "a/b", "ä", "-"})
  void an_id_that_is_no_field_name_is_refused(String id) {
    assertThat(OptionRules.mistakes(method("create", on("OnCreate", id))))
        .containsExactly("@OnCreate(id = \"" + id + "\"): " + ID_FORM);
  }

  @Test
  void a_name_that_is_no_id_needs_one() {
    assertThat(OptionRules.mistakes(method("_a", on("OnCreate"))))
        .containsExactly("the method's name cannot be its id, set one: " + ID_FORM);
  }

  @Test
  void fields_have_ids_of_their_own() {
    assertThat(OptionRules.mistakes(method("any", on("OnCreate", "one"), on("OnField", "two"))))
        .isEmpty();
    assertThat(OptionRules.mistakes(method("_a", on("OnField", "one"), on("OnField", "two"))))
        .isEmpty();
    assertThat(OptionRules.mistakes(method("_a", on("OnField", "one"), on("OnField"))))
        .containsExactly("the method's name cannot be its id, set one: " + ID_FORM);
  }

  @Test
  void an_id_that_one_annotation_gives_holds_for_all() {
    assertThat(OptionRules.mistakes(method("any", on("OnCreate"), on("OnUpdate", "one"))))
        .isEmpty();
    assertThat(OptionRules.mistakes(method("any", on("OnCreate", "one"), on("OnUpdate", "one"))))
        .isEmpty();
    assertThat(OptionRules.mistakes(method("any", on("OnCreate", "one"), on("OnUpdate", "two"))))
        .containsExactly(
            "@OnUpdate(id = \"two\"): the method is 'one' in @OnCreate; give it one id");
  }

  @Property
  void every_positive_number_of_attempts_is_legal(@ForAll @IntRange(min = 1) int retries) {
    assertThat(OptionRules.mistakes(method("create", retrying(retries)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -2, Integer.MIN_VALUE})
  void no_attempt_at_all_is_refused(int retries) {
    assertThat(OptionRules.mistakes(method("create", retrying(retries))))
        .containsExactly(
            "@OnCreate(retries = " + retries + "): at least 1 attempt, or -1 for no limit");
  }

  @Test
  void every_option_of_every_annotation_is_checked() {
    assertThat(
            OptionRules.mistakes(
                method(
                    "change",
                    on("OnResume", "", 0, Effort.DEFAULT),
                    on("OnUpdate", "", -1, new Effort("never", "", -1, "")))))
        .containsExactly(
            "@OnResume(retries = 0): at least 1 attempt, or -1 for no limit",
            "@OnUpdate(backoff = \"never\"): 'never' is not a duration such as 500ms, 20s, 5m, 2h"
                + " or 1d");
  }

  @Test
  void a_placeholder_is_left_to_the_running_operator() {
    assertThat(
            OptionRules.mistakes(
                method(
                    "change",
                    on(
                        "OnUpdate",
                        "${id}",
                        -1,
                        new Effort("${pause:x}", "${max}", -1, "${limit:no}")))))
        .isEmpty();
  }

  private static Trigger retrying(int retries) {
    return on("OnCreate", "", retries, Effort.DEFAULT);
  }
}
