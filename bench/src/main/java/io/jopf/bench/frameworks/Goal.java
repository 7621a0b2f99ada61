package io.jopf.bench.frameworks;

import io.jopf.bench.measure.Results;
import io.jopf.bench.measure.Samples;
import java.util.Locale;

/**
 * What Jopf has to reach, against another row of the same run.
 *
 * @param figure which figure
 * @param against the other row; empty: the limit is a value and no ratio
 * @param limit at most so much, or so many times the other
 */
record Goal(String figure, String against, double limit) {

  /** A line that says what came out, with the ratio and the spread of both. */
  String verdict(Results results, String ours) {
    Samples own = results.samples(ours, figure);
    if (own.size() == 0) {
      return figure + ": " + ours + " did not take part";
    }
    if (against.isEmpty()) {
      return line(own.median() <= limit, "%s, limit %.2f", spread(own), limit);
    }
    Samples other = results.samples(against, figure);
    if (other.size() == 0) {
      return figure + ": " + against + " did not take part";
    }
    double ratio = own.median() / other.median();
    return line(
        ratio <= limit,
        "%.2f times %s, limit %.2f (%s against %s)",
        ratio,
        against,
        limit,
        spread(own),
        spread(other));
  }

  private String line(boolean met, String format, Object... values) {
    return figure
        + ": "
        + (met ? "met, " : "MISSED, ")
        + String.format(Locale.ROOT, format, values);
  }

  private static String spread(Samples samples) {
    return String.format(
        Locale.ROOT, "%.2f [%.2f..%.2f]", samples.median(), samples.min(), samples.max());
  }
}
