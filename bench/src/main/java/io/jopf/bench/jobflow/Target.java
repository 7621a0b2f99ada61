package io.jopf.bench.jobflow;

import io.jopf.bench.measure.Results;
import java.util.List;
import java.util.Locale;

/**
 * What the operator has to reach.
 *
 * @param figure which figure
 * @param ratio whether it is that of the operator's value to the bare client's
 * @param least whether the limit is the least or the most it may be
 * @param limit the limit
 */
record Target(String figure, boolean ratio, boolean least, double limit) {

  static final String OPERATOR = "operator";
  static final String BARE = "bare client";

  /** The head of a table of {@link #row}s. */
  static final List<String> HEADER =
      List.of("figure", "operator", "bare client", "ratio", "goal", "");

  static Target atMost(String figure, double limit) {
    return new Target(figure, false, false, limit);
  }

  static Target ratioAtMost(String figure, double limit) {
    return new Target(figure, true, false, limit);
  }

  static Target ratioAtLeast(String figure, double limit) {
    return new Target(figure, true, true, limit);
  }

  /** Medians of the rounds, and what they say. */
  List<String> row(Results results) {
    double own = results.samples(OPERATOR, figure).median();
    double bare = results.samples(BARE, figure).median();
    double judged = ratio ? own / bare : own;
    String goal = (least ? "≥ " : "≤ ") + number(limit) + (ratio ? " × bare" : "");
    return List.of(figure, number(own), number(bare), number(own / bare), goal, verdict(judged));
  }

  private String verdict(double value) {
    if (Double.isNaN(value)) {
      return "not measured";
    }
    return (least ? value >= limit : value <= limit) ? "met" : "MISSED";
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return String.format(Locale.ROOT, value >= 1000 ? "%.0f" : "%.2f", value);
  }
}
