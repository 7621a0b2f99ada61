package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveDisplayTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final LiveDisplay display =
      new LiveDisplay(
          new PrintStream(bytes, true, StandardCharsets.UTF_8),
          () -> new Size(24, 80),
          Symbols.UNICODE);

  @Test
  void a_frame_overwrites_the_one_before() {
    show();
    String first = printed();
    show();

    assertThat(first).startsWith("\033[?25l\033[1m1.0s\033[0m").endsWith("\n\033[J");
    assertThat(printed()).startsWith("\033[1F\033[1m1.0s").doesNotContain("\033[2J");
  }

  @Test
  void the_cursor_is_shown_again_in_the_end_and_nothing_is_drawn_after_that() {
    show();
    printed();

    display.close();
    show();
    display.close();

    assertThat(printed()).isEqualTo("\033[?25h");
  }

  @Test
  void a_terminal_that_saw_no_frame_is_left_alone() {
    display.close();

    assertThat(printed()).isEmpty();
  }

  private void show() {
    display.show(Pictures.NOTHING, Duration.ofSeconds(1), "a cluster");
  }

  private String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
