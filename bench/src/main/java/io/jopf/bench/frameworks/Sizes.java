package io.jopf.bench.frameworks;

import io.jopf.bench.run.Arguments;

/**
 * How much of each workload.
 *
 * @param burst objects created at once, cold and again warm
 * @param perSecond pace of the steady workload
 * @param steady objects created at that pace
 * @param stormed objects edited again and again
 * @param edits how often each of them
 * @param drifts ConfigMaps spoilt, one after the other
 */
record Sizes(int burst, int perSecond, int steady, int stormed, int edits, int drifts) {

  static final String[] NAMES = {"burst", "per-second", "steady", "stormed", "edits", "drifts"};

  static Sizes of(Arguments arguments) {
    return new Sizes(
        arguments.number("burst", 1000),
        arguments.number("per-second", 20),
        arguments.number("steady", 150),
        arguments.number("stormed", 100),
        arguments.number("edits", 20),
        arguments.number("drifts", 40));
  }

  @Override
  public String toString() {
    return "bursts of %d, steady %d at %d/s, storm of %d x %d edits, %d drifts"
        .formatted(burst, steady, perSecond, stormed, edits, drifts);
  }
}
