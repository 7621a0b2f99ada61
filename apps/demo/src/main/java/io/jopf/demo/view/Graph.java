package io.jopf.demo.view;

import io.jopf.demo.state.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of a flow are drawn.
 *
 * @param cells in columns from left to right, each from top to bottom
 */
record Graph(List<Cell> cells) {

  /**
   * A place in the grid.
   *
   * @param column from 0; each step is right of all it depends on
   * @param row from 0
   * @param from the dependency in the same row from which a line leads here, with nothing between;
   *     null if there is none
   * @param others the dependencies that neither the line nor another dependency implies; unknown
   *     ones end with a question mark
   */
  record Cell(Step step, int column, int row, @Nullable String from, List<String> others) {}

  int columns() {
    return cells.stream().mapToInt(Cell::column).max().orElse(-1) + 1;
  }

  int rows() {
    return cells.stream().mapToInt(Cell::row).max().orElse(-1) + 1;
  }

  Stream<Cell> row(int row) {
    return cells.stream().filter(cell -> cell.row() == row);
  }
}
