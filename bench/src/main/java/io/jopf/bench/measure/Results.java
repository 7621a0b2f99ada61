package io.jopf.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that was measured: for each contender (a row) and figure (a column) one value per round. */
public final class Results {

  private final Map<String, Map<String, Samples>> rows = new LinkedHashMap<>();
  private final Table raw = new Table(List.of("round", "row", "figure", "value"));

  /** The figures of one round. */
  public synchronized void add(int round, String row, Map<String, Double> figures) {
    figures.forEach((figure, value) -> add(round, row, figure, value));
  }

  /** One figure of one round. */
  public synchronized void add(int round, String row, String figure, double value) {
    rows.computeIfAbsent(row, r -> new LinkedHashMap<>())
        .computeIfAbsent(figure, f -> new Samples())
        .add(value);
    raw.row(List.of(Integer.toString(round), row, figure, Double.toString(value)));
  }

  /** All rows, in the order they first came. */
  public synchronized List<String> rows() {
    return List.copyOf(rows.keySet());
  }

  /** The values of one cell; none when it was not measured. */
  public synchronized Samples samples(String row, String figure) {
    return rows.getOrDefault(row, Map.of()).getOrDefault(figure, new Samples());
  }

  /** The figures of a row, in the order they first came. */
  public synchronized List<String> figures(String row) {
    return List.copyOf(rows.getOrDefault(row, Map.of()).keySet());
  }

  /** Every single value. */
  public synchronized Table raw() {
    return raw;
  }

  /**
   * The medians of the rounds, one row each.
   *
   * @param limit what an infinite value is printed as
   */
  public synchronized Table medians(String corner, String limit, List<Column> columns) {
    List<String> header = new ArrayList<>(List.of(corner));
    columns.forEach(column -> header.add(column.header()));
    Table table = new Table(header);
    for (String row : rows.keySet()) {
      List<String> cells = new ArrayList<>(List.of(row));
      for (Column column : columns) {
        cells.add(cell(samples(row, column.figure()).median(), limit, column.decimals()));
      }
      table.row(cells);
    }
    return table;
  }

  private static String cell(double value, String limit, int decimals) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return Double.isInfinite(value)
        ? limit
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
