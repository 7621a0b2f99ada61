package io.jopf.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A random graph without cycles, listed in random order.
 *
 * @param steps the graph; some steps may name a dependency that does not exist
 * @param failing the steps whose job fails
 */
record RandomFlow(List<Step> steps, Set<String> failing) {

  static Arbitrary<RandomFlow> any() {
    return Arbitraries.integers().between(1, 9).flatMap(RandomFlow::ofSize);
  }

  private static Arbitrary<RandomFlow> ofSize(int size) {
    Arbitrary<List<Integer>> edges = percent().list().ofSize(size * size);
    Arbitrary<List<Integer>> dice = percent().list().ofSize(size * 2);
    return edges.flatMap(
        e ->
            dice.flatMap(
                d ->
                    Arbitraries.shuffle(steps(size, e, d))
                        .map(s -> new RandomFlow(s, failing(size, d)))));
  }

  private static Arbitrary<Integer> percent() {
    return Arbitraries.integers().between(0, 99);
  }

  private static List<Step> steps(int size, List<Integer> edges, List<Integer> dice) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> needs = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (edges.get(i * size + j) < 35) {
          needs.add("s" + j);
        }
      }
      if (dice.get(i) < 5) {
        needs.add("nobody");
      }
      steps.add(new Step("s" + i, needs));
    }
    return steps;
  }

  private static Set<String> failing(int size, List<Integer> dice) {
    return IntStream.range(0, size)
        .filter(i -> dice.get(size + i) < 12)
        .mapToObj(i -> "s" + i)
        .collect(Collectors.toSet());
  }
}
