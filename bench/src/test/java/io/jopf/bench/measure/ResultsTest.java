package io.jopf.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private final Results results = new Results();

  @Test
  void a_cell_is_the_median_of_the_rounds() {
    results.add(0, "a", Map.of("rate", 10.0));
    results.add(1, "a", Map.of("rate", 30.0));
    results.add(2, "a", Map.of("rate", 11.0));
    assertThat(medians().csv()).isEqualTo("who,per s,dead s\na,11.0,-\n");
  }

  @Test
  void what_never_came_is_printed_as_the_limit() {
    results.add(0, "a", "dead", Double.POSITIVE_INFINITY);
    assertThat(medians().csv()).isEqualTo("who,per s,dead s\na,-,>300\n");
  }

  @Test
  void every_value_is_kept() {
    results.add(0, "a", "rate", 1);
    results.add(1, "a", "rate", 2);
    assertThat(results.raw().csv())
        .isEqualTo("round,row,figure,value\n0,a,rate,1.0\n1,a,rate,2.0\n");
  }

  private Table medians() {
    return results.medians(
        "who", ">300", List.of(new Column("rate", "per s", 1), new Column("dead", "dead s", 0)));
  }
}
