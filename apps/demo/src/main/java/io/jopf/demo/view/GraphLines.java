package io.jopf.demo.view;

import io.jopf.demo.state.Step;
import io.jopf.demo.view.Graph.Cell;
import java.util.ArrayList;
import java.util.List;

/** Draws a graph. */
final class GraphLines {

  /** Between the columns, so that a line and its head fit. */
  private static final int GAP = 4;

  private final Graph graph;
  private final Symbols symbols;

  private GraphLines(Graph graph, Symbols symbols) {
    this.graph = graph;
    this.symbols = symbols;
  }

  static List<Line> of(Graph graph, Symbols symbols) {
    return new GraphLines(graph, symbols).lines();
  }

  private List<Line> lines() {
    int[] starts = starts();
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < graph.rows(); row++) {
      Line line = new Line();
      graph
          .row(row)
          .forEach(
              cell -> {
                lead(line, starts[cell.column()], cell.from() != null);
                line.add(text(cell));
              });
      lines.add(line);
    }
    return lines;
  }

  private int[] starts() {
    int[] widths = new int[graph.columns()];
    for (Cell cell : graph.cells()) {
      widths[cell.column()] = Math.max(widths[cell.column()], text(cell).length());
    }
    int[] starts = new int[widths.length];
    for (int column = 1; column < starts.length; column++) {
      starts[column] = starts[column - 1] + widths[column - 1] + GAP;
    }
    return starts;
  }

  private void lead(Line line, int start, boolean drawn) {
    if (drawn) {
      int dashes = start - line.length() - 3;
      line.add(" " + symbols.line().repeat(dashes) + symbols.head() + " ", Color.DIM);
    } else {
      line.padTo(start);
    }
  }

  private Line text(Cell cell) {
    Line text = step(cell.step(), symbols);
    return cell.others().isEmpty()
        ? text
        : text.add(" " + symbols.back() + String.join(",", cell.others()), Color.DIM);
  }

  /** A step without its place: symbol, name and time. */
  static Line step(Step step, Symbols symbols) {
    Color color = Symbols.color(step.phase());
    Line text = new Line().add(symbols.of(step.phase()), color).add(" " + step.name());
    return step.time() == null ? text : text.add(" " + Times.text(step.time()), Color.DIM);
  }
}
