package io.jopf.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table(List.of("name", "ms"));

  @Test
  void text_is_aligned_figures_to_the_right() {
    table.row(List.of("a", "1.5"));
    table.row(List.of("longer", "12.5"));
    assertThat(table.text()).isEqualTo("name      ms\na        1.5\nlonger  12.5\n");
  }

  @Test
  void a_cell_with_a_comma_is_quoted_in_csv() {
    table.row(List.of("a, \"b\"", "1"));
    assertThat(table.csv()).isEqualTo("name,ms\n\"a, \"\"b\"\"\",1\n");
  }

  @Test
  void a_turned_table_has_the_rows_as_columns() {
    table.row(List.of("a", "1"));
    table.row(List.of("b", "2"));
    assertThat(table.turned().csv()).isEqualTo("name,a,b\nms,1,2\n");
  }

  @Test
  void a_row_of_another_length_is_refused() {
    assertThatThrownBy(() -> table.row(List.of("only one")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
