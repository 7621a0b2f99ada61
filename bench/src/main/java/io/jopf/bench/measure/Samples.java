package io.jopf.bench.measure;

import java.util.Arrays;

/** Values of one figure, in the order they were measured. Infinity is "not within the limit". */
public final class Samples {

  private double[] values = new double[16];
  private int size;

  /** One more value. */
  public void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The middle value, or the mean of the two in the middle; NaN when there is none. */
  public double median() {
    if (size == 0) {
      return Double.NaN;
    }
    double[] sorted = sorted();
    return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
  }

  /**
   * The smallest value that at least so many percent do not exceed; NaN when there is none.
   *
   * @param percent above 0, at most 100
   */
  public double percentile(double percent) {
    if (size == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * size);
    return sorted()[Math.max(rank, 1) - 1];
  }

  /** The smallest value; NaN when there is none. */
  public double min() {
    return size == 0 ? Double.NaN : sorted()[0];
  }

  /** The largest value; NaN when there is none. */
  public double max() {
    return size == 0 ? Double.NaN : sorted()[size - 1];
  }

  private double[] sorted() {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
