package io.jopf.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "20s, PT20S",
    "5m, PT5M",
    "2h, PT2H",
    "1d, PT24H",
    "0s, PT0S",
    "' 7s ', PT7S",
    "999999999d, PT23999999976H"
  })
  void a_number_and_a_unit_are_a_duration(String text, Duration meant) {
    assertThat(Durations.parse(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-1s", "1.5s", "1 s", "1m30s", "PT5S", "5M", "1234567890s"})
  void anything_else_is_refused_by_name_and_with_the_allowed_forms(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessage("'" + text + "' is not a duration such as 500ms, 20s, 5m, 2h or 1d");
  }

  @Property
  void what_is_written_is_read_again(@ForAll @IntRange(min = 0, max = 999_999_999) int millis) {
    Duration duration = Duration.ofMillis(millis);

    assertThat(Durations.parse(Durations.text(duration))).isEqualTo(duration);
  }

  @Test
  void the_largest_whole_unit_is_written() {
    assertThat(Stream.of("500ms", "90s", "5m", "36h", "2d", "0ms").map(Durations::parse))
        .extracting(Durations::text)
        .containsExactly("500ms", "90s", "5m", "36h", "2d", "0ms");
  }
}
