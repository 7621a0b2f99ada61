package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

  @Test
  void a_line_that_fits_is_not_cut() {
    assertThat(Line.of("12345").cut(5, "~")).hasToString("12345");
  }

  @Test
  void a_longer_line_ends_with_a_mark_and_fits() {
    Line line = Line.of("123").add("456", Color.RED).add("789");

    assertThat(line.cut(5, "~")).hasToString("1234~");
    assertThat(line.cut(2, "~")).hasToString("1~");
    assertThat(line.cut(7, "~").length()).isEqualTo(7);
  }

  @Test
  void colours_are_no_part_of_the_length() {
    Line line = new Line().add("ok", Color.GREEN).padTo(4).add("x");

    assertThat(line.length()).isEqualTo(5);
    assertThat(line.ansi()).isEqualTo("\033[32mok\033[0m  x");
    assertThat(line).hasToString("ok  x");
  }
}
