package io.jopf.bench.jupyter;

import io.jopf.bench.run.Arguments;

/**
 * How many notebooks.
 *
 * @param single made one after the other
 * @param burst made at once
 * @param many how many there are when the operator is started again
 */
record Sizes(int single, int burst, int many) {

  static final String[] NAMES = {"single", "burst", "many"};

  static Sizes of(Arguments arguments) {
    return new Sizes(
        arguments.number("single", 30),
        arguments.number("burst", 200),
        arguments.number("many", 500));
  }

  @Override
  public String toString() {
    return "%d one by one, a burst of %d, a restart with %d".formatted(single, burst, many);
  }
}
