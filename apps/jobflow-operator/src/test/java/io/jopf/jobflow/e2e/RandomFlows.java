package io.jopf.jobflow.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Flows of random shape whose steps succeed or fail as they are told, and how each has to end:
 * found by asking, step after step, what the definition says.
 */
final class RandomFlows {

  private static final int MOST_STEPS = 8;
  private static final int MOST_NEEDS = 3;
  private static final int FAILS_ONE_IN = 8;

  /** A step, what it waits for, and whether its Job is going to fail. */
  record Step(String name, List<String> needs, boolean fails) {}

  /** A flow of such steps. */
  record RandomFlow(String name, List<Step> steps) {

    /** By step: Succeeded, Failed, or Skipped where something before it did not succeed. */
    Map<String, String> ends() {
      Map<String, String> ends = new TreeMap<>();
      for (Step step : steps) {
        boolean runs = step.needs.stream().allMatch(need -> "Succeeded".equals(ends.get(need)));
        ends.put(step.name, !runs ? "Skipped" : step.fails ? "Failed" : "Succeeded");
      }
      return ends;
    }

    String state() {
      return ends().containsValue("Failed") ? "Failed" : "Succeed";
    }

    /** The names of the Jobs that it has to have, each made once. */
    List<String> jobs() {
      Map<String, String> ends = ends();
      return steps.stream()
          .map(Step::name)
          .filter(step -> !"Skipped".equals(ends.get(step)))
          .map(step -> name + "-" + step)
          .toList();
    }

    String yaml() {
      StringBuilder yaml =
          new StringBuilder("apiVersion: api.practice.com/v1alpha1\nkind: JobFlow\n");
      yaml.append("metadata: {name: ").append(name).append("}\n");
      yaml.append("spec:\n  failurePolicy: Continue\n  flows:\n");
      for (Step step : steps) {
        String command = step.fails ? "exit 1" : "exit 0";
        yaml.append("  - name: ").append(step.name).append('\n');
        yaml.append("    dependencies: ").append(step.needs).append('\n');
        yaml.append("    jobTemplate: {template: {metadata: {annotations: ");
        yaml.append("{test.jopf.io/run-for: 100ms}}, spec: {containers: ");
        yaml.append("[{name: m, image: x, command: [sh, -c, '").append(command).append("']}]}}}\n");
      }
      return yaml.toString();
    }
  }

  private final Random random;
  private int number;

  RandomFlows(long seed) {
    random = new Random(seed);
  }

  List<RandomFlow> next(int count) {
    List<RandomFlow> flows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      flows.add(next());
    }
    return flows;
  }

  private RandomFlow next() {
    List<Step> steps = new ArrayList<>();
    int size = 2 + random.nextInt(MOST_STEPS - 1);
    for (int i = 0; i < size; i++) {
      TreeSet<String> needs = new TreeSet<>();
      for (int k = random.nextInt(MOST_NEEDS + 1); k > 0 && i > 0; k--) {
        needs.add("s" + random.nextInt(i));
      }
      steps.add(new Step("s" + i, List.copyOf(needs), random.nextInt(FAILS_ONE_IN) == 0));
    }
    return new RandomFlow("r" + number++, List.copyOf(steps));
  }
}
