package io.jopf.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void without_arguments_the_cluster_is_simulated() {
    assertThat(Options.parse()).isEqualTo(new Options(null, null, false));
  }

  @Test
  void a_value_may_stand_apart_or_behind_an_equals_sign() {
    Options expected = new Options(Path.of("a=b/config"), "mine", false);

    assertThat(Options.parse("--kubeconfig", "a=b/config", "--namespace", "mine"))
        .isEqualTo(expected);
    assertThat(Options.parse("--namespace=mine", "--kubeconfig=a=b/config")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void help_wins_over_everything_after_it(String help) {
    assertThat(Options.parse(help, "--nonsense").help()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "config", "--kubeconfig", "--kubeconfig=", "--namespace x"})
  void a_wrong_command_line_is_refused_with_a_pointer_to_the_help(String line) {
    assertThatThrownBy(() -> Options.parse(line.split(" ")))
        .isInstanceOf(DemoException.class)
        .hasMessageContaining("see ./demo --help");
  }

  @Test
  void an_option_is_not_taken_for_the_value_of_the_one_before() {
    assertThatThrownBy(() -> Options.parse("--kubeconfig", "--namespace", "mine"))
        .hasMessageContaining("--kubeconfig needs a value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mine", "-mine", "mine-", "my.space", "my_space"})
  void a_namespace_has_to_be_a_legal_name(String name) {
    assertThatThrownBy(() -> Options.parse("--kubeconfig=c", "--namespace=" + name))
        .hasMessageContaining("'" + name + "' is no namespace");
  }

  @Test
  void a_namespace_leaves_room_for_the_ending_of_the_second_one() {
    String longest = "a".repeat(61);

    assertThat(Options.parse("--kubeconfig=c", "--namespace=" + longest).namespace())
        .isEqualTo(longest);
    assertThatThrownBy(() -> Options.parse("--kubeconfig=c", "--namespace=" + longest + "a"))
        .isInstanceOf(DemoException.class);
  }
}
