package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void the_size_is_read_from_stty() {
    assertThat(Terminal.parse("50 120\n")).isEqualTo(new Size(50, 120));
  }

  @Test
  void a_terminal_that_does_not_know_its_size_is_taken_for_a_usual_one() {
    assertThat(Terminal.parse("0 0\n")).isEqualTo(new Size(24, 80));
    assertThat(Terminal.parse("")).isEqualTo(new Size(24, 80));
  }

  @Test
  void the_first_locale_variable_that_is_set_decides_on_unicode() {
    assertThat(Terminal.symbols(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Symbols.UNICODE);
    assertThat(Terminal.symbols(Map.of("LC_ALL", "", "LC_CTYPE", "C.utf8")))
        .isEqualTo(Symbols.UNICODE);
    assertThat(Terminal.symbols(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")))
        .isEqualTo(Symbols.ASCII);
    assertThat(Terminal.symbols(Map.of())).isEqualTo(Symbols.ASCII);
  }

  @Test
  void colourless_and_dumb_terminals_get_plain_lines() {
    assertThat(Terminal.isInteractive(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.isInteractive(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.isInteractive(Map.of())).isFalse();
  }
}
