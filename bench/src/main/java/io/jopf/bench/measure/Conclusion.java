package io.jopf.bench.measure;

import java.util.List;

/** What a report of contenders that took turns ends with. */
public final class Conclusion {

  private Conclusion() {}

  /**
   * Medians, every single value, and whether the goals are met; then closes the report.
   *
   * @param name of the report and its files
   * @param columns of the medians
   * @param ours whose goals they are
   */
  public static void write(
      Report report,
      String name,
      Results results,
      List<Column> columns,
      List<Goal> goals,
      String ours) {
    report.table(name, results.medians("medians", "-", columns).turned());
    report.keep(name + "-raw", results.raw());
    Table rows = new Table(Goal.HEADER);
    goals.forEach(goal -> rows.row(goal.row(results, ours)));
    report.table(name + "-goals", rows);
    report.line("at the end: load " + Machine.load());
    report.close(name);
  }
}
