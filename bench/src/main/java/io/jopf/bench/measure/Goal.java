package io.jopf.bench.measure;

import java.util.List;
import java.util.Locale;

/**
 * What is to be reached, against another row of the same run.
 *
 * @param figure which figure
 * @param against the other row; empty: the limit is a value and no ratio
 * @param limit at most so much, or so many times the other
 */
public record Goal(String figure, String against, double limit) {

  /** The head of a table of {@link #row}s. */
  public static final List<String> HEADER =
      List.of("goal", "median [min..max]", "against", "median [min..max]", "ratio", "limit", "");

  private static final String NONE = "-";

  /** A row that says what came out, with the ratio and the spread of both. */
  public List<String> row(Results results, String ours) {
    Samples own = results.samples(ours, figure);
    String most = number(limit);
    if (against.isEmpty()) {
      return List.of(figure, spread(own), NONE, NONE, NONE, most, verdict(own.median()));
    }
    Samples other = results.samples(against, figure);
    double ratio = own.median() / other.median();
    return List.of(
        figure, spread(own), against, spread(other), number(ratio), most, verdict(ratio));
  }

  private String verdict(double value) {
    if (Double.isNaN(value)) {
      return "not measured";
    }
    return value <= limit ? "met" : "MISSED";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String spread(Samples samples) {
    return samples.size() == 0
        ? NONE
        : number(samples.median())
            + " ["
            + number(samples.min())
            + ".."
            + number(samples.max())
            + "]";
  }
}
