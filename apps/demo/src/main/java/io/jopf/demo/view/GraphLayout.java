package io.jopf.demo.view;

import io.jopf.demo.state.Step;
import io.jopf.demo.view.Graph.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arranges steps in columns, each right of its dependencies. Chains become rows: a step stands in
 * the row of a dependency if nothing is between them, so that a straight line joins the two.
 */
final class GraphLayout {

  private record Place(int column, int row) {}

  private final Dependencies dependencies;
  private final Map<String, Cell> cells = new HashMap<>();
  private final Set<Place> taken = new HashSet<>();

  private GraphLayout(List<Step> steps) {
    dependencies = new Dependencies(steps);
  }

  static Graph of(List<Step> steps) {
    GraphLayout layout = new GraphLayout(steps);
    steps.stream().sorted(Comparator.comparingInt(layout.dependencies::layer)).forEach(layout::put);
    return new Graph(
        layout.cells.values().stream()
            .sorted(Comparator.comparingInt(Cell::column).thenComparingInt(Cell::row))
            .toList());
  }

  private void put(Step step) {
    int column = dependencies.layer(step);
    List<String> direct = dependencies.direct(step);
    @Nullable Cell from =
        direct.stream()
            .map(cells::get)
            .filter(cell -> cell != null && isFree(cell.row(), cell.column() + 1, column))
            .findFirst()
            .orElse(null);
    int row = from == null ? freeRow(column) : from.row();
    // what is below the line is taken, too
    for (int c = from == null ? column : from.column() + 1; c <= column; c++) {
      taken.add(new Place(c, row));
    }
    @Nullable String line = from == null ? null : from.step().name();
    List<String> others = new ArrayList<>();
    for (String name : direct) {
      if (!name.equals(line)) {
        others.add(dependencies.isKnown(name) ? name : name + "?");
      }
    }
    cells.put(step.name(), new Cell(step, column, row, line, others));
  }

  private boolean isFree(int row, int first, int last) {
    for (int column = first; column <= last; column++) {
      if (taken.contains(new Place(column, row))) {
        return false;
      }
    }
    return true;
  }

  private int freeRow(int column) {
    int row = 0;
    while (taken.contains(new Place(column, row))) {
      row++;
    }
    return row;
  }
}
