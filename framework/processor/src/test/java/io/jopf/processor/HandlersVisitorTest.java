package io.jopf.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandlersVisitorTest {

  static Stream<Example> illegal() {
    return Example.in("illegal");
  }

  static Stream<Example> missing() {
    return Example.in("missing");
  }

  static Stream<Example> legal() {
    return Example.in("legal");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illegal")
  void every_mistake_is_an_error_at_its_line(Example example) {
    assertThat(example.foretold()).as("the example foretells errors").isNotEmpty();

    assertThat(Example.mistakes(example.compile()))
        .containsExactlyInAnyOrderElementsOf(example.foretold());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missing")
  void what_is_missing_is_left_to_the_compiler_to_tell(Example example) {
    assertThat(Example.mistakes(example.compile()))
        .isNotEmpty()
        .allMatch(mistake -> mistake.message().startsWith("cannot find symbol"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("legal")
  void what_can_work_compiles_without_a_word(Example example) {
    Compilation compilation = example.compile();

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }
}
