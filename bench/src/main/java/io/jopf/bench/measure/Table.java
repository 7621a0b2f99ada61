package io.jopf.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Rows of text below one header, as CSV and in columns for reading. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public Table(List<String> header) {
    rows.add(List.copyOf(header));
  }

  /** One more row, as long as the header. */
  public void row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException("expected " + rows.get(0).size() + " cells: " + cells);
    }
    rows.add(List.copyOf(cells));
  }

  /** The same with rows and columns exchanged. */
  public Table turned() {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      int column = i;
      columns.add(rows.stream().map(row -> row.get(column)).toList());
    }
    Table turned = new Table(columns.get(0));
    columns.subList(1, columns.size()).forEach(turned::row);
    return turned;
  }

  /** With commas; a cell that contains one is quoted. */
  public String csv() {
    StringBuilder csv = new StringBuilder();
    for (List<String> row : rows) {
      csv.append(String.join(",", row.stream().map(Table::quoted).toList())).append('\n');
    }
    return csv.toString();
  }

  /** The first column to the left, the others to the right. */
  public String text() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + space : "  " + space + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
