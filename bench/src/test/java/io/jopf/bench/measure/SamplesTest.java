package io.jopf.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void the_median_is_in_the_middle_whatever_the_order() {
    assertThat(of(9, 1, 5).median()).isEqualTo(5);
    assertThat(of(9, 1, 5, 7).median()).isEqualTo(6);
  }

  @Test
  void a_percentile_is_a_value_that_was_measured() {
    Samples hundred = new Samples();
    IntStream.rangeClosed(1, 100).forEach(hundred::add);
    assertThat(hundred.percentile(50)).isEqualTo(50);
    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.percentile(99.5)).isEqualTo(100);
    assertThat(of(3).percentile(1)).isEqualTo(3);
  }

  @Test
  void what_was_not_within_the_limit_is_the_largest() {
    Samples samples = of(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertThat(samples.median()).isInfinite();
    assertThat(samples.min()).isEqualTo(1);
    assertThat(samples.max()).isInfinite();
  }

  @Test
  void no_samples_have_no_median() {
    assertThat(new Samples().median()).isNaN();
    assertThat(new Samples().percentile(50)).isNaN();
  }

  private static Samples of(double... values) {
    Samples samples = new Samples();
    for (double value : values) {
      samples.add(value);
    }
    return samples;
  }
}
