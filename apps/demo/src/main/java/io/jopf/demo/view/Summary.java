package io.jopf.demo.view;

import io.jopf.demo.state.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The table at the end. */
final class Summary {

  private static final List<String> HEAD = List.of("OBJECT", "EXPECTED", "ACTUAL", "TIME", "");

  private Summary() {}

  static List<Line> of(List<Verdict> verdicts, String good, String bad) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    verdicts.forEach(v -> rows.add(cells(v)));
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    int mark = Math.max(good.length(), bad.length()) + 1;

    List<Line> lines = new ArrayList<>();
    lines.add(new Line().padTo(mark).add(row(HEAD, widths), Color.DIM));
    for (Verdict verdict : verdicts) {
      boolean right = verdict.asExpected();
      lines.add(
          new Line()
              .add(right ? good : bad, right ? Color.GREEN : Color.RED)
              .padTo(mark)
              .add(row(cells(verdict), widths)));
    }
    return lines;
  }

  private static List<String> cells(Verdict verdict) {
    return List.of(
        verdict.title(),
        verdict.expected(),
        verdict.actual(),
        Times.text(verdict.time()),
        verdict.detail());
  }

  private static String row(List<String> cells, int[] widths) {
    StringBuilder row = new StringBuilder();
    for (int column = 0; column < cells.size() - 1; column++) {
      String cell = cells.get(column);
      row.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
    }
    return row.append(cells.get(cells.size() - 1)).toString().stripTrailing();
  }
}
