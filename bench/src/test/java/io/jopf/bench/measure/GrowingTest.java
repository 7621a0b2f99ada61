package io.jopf.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingTest {

  @Test
  void each_whole_line_comes_once(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("log"), "one\ntwo\nthr");
    Growing log = new Growing(file);
    assertThat(log.lines()).containsExactly("one", "two");
    assertThat(log.lines()).isEmpty();

    Files.writeString(file, "ee\nfour\n", StandardOpenOption.APPEND);

    assertThat(log.lines()).containsExactly("three", "four");
  }

  @Test
  void a_file_that_was_begun_anew_is_told_and_not_counted_wrongly(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("log"), "one\ntwo\n");
    Growing log = new Growing(file);
    assertThat(log.lines()).hasSize(2);

    Files.writeString(file, "new\n");

    assertThatThrownBy(log::lines)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("begun anew");
  }
}
