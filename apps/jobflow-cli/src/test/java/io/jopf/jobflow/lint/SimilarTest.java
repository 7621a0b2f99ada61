package io.jopf.jobflow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarTest {
  @Test
  void the_nearest_word_is_meant() {
    assertThat(Similar.hint("dependencie", List.of("dependsOn", "dependencies")))
        .isEqualTo("; did you mean dependencies?");
    assertThat(Similar.to("cpoy", List.of("paste", "copy"))).contains("copy");
    assertThat(Similar.to("JOBTEMPLATE", List.of("jobTemplate"))).contains("jobTemplate");
  }

  @Test
  void words_that_have_nothing_in_common_are_not_offered() {
    assertThat(Similar.hint("sepc", List.of("metadata", "kind"))).isEmpty();
    assertThat(Similar.to("b", List.of("a", "c"))).isEmpty();
    assertThat(Similar.to("same", List.of("same"))).isEmpty();
  }
}
