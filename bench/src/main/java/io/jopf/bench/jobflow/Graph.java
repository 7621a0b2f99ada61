package io.jopf.bench.jobflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The steps of a flow by number, and which ones each of them waits for.
 *
 * @param needs by step; numbers below its own
 */
record Graph(List<List<Integer>> needs) {

  private static final int MOST_NEEDS = 3;

  /** Each waits for the one before. */
  static Graph chain(int steps) {
    return new Graph(
        IntStream.range(0, steps)
            .mapToObj(i -> i == 0 ? List.<Integer>of() : List.of(i - 1))
            .toList());
  }

  /** None waits for another. */
  static Graph free(int steps) {
    return new Graph(IntStream.range(0, steps).mapToObj(i -> List.<Integer>of()).toList());
  }

  /** One, then all the others at once, then one that waits for them. */
  static Graph fan(int middle) {
    List<List<Integer>> needs = new ArrayList<>();
    needs.add(List.of());
    for (int i = 1; i <= middle; i++) {
      needs.add(List.of(0));
    }
    needs.add(IntStream.rangeClosed(1, middle).boxed().toList());
    return new Graph(List.copyOf(needs));
  }

  /** Layers, each step of which waits for one to three of the layer before, the same every time. */
  static Graph layers(int layers, int width) {
    Random random = new Random(layers * 31L + width);
    List<List<Integer>> needs = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      for (int i = 0; i < width; i++) {
        TreeSet<Integer> before = new TreeSet<>();
        int count = layer == 0 ? 0 : 1 + random.nextInt(MOST_NEEDS);
        for (int k = 0; k < count; k++) {
          before.add((layer - 1) * width + random.nextInt(width));
        }
        needs.add(List.copyOf(before));
      }
    }
    return new Graph(List.copyOf(needs));
  }

  int size() {
    return needs.size();
  }

  /** Who waits for each. */
  List<List<Integer>> dependents() {
    List<List<Integer>> dependents = new ArrayList<>();
    needs.forEach(any -> dependents.add(new ArrayList<>()));
    for (int i = 0; i < needs.size(); i++) {
      for (int need : needs.get(i)) {
        dependents.get(need).add(i);
      }
    }
    return dependents;
  }
}
