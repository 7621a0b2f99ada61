package io.jopf.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A random graph without cycles, listed in random order.
 *
 * @param steps the graph; some steps may name a dependency that does not exist
 * @param failures how many attempts of a step fail before one succeeds
 * @param leftOut the steps whose condition does not hold
 */
record RandomFlow(List<Step> steps, Map<String, Integer> failures, Set<String> leftOut) {
  private static final Need[] NEEDS = Need.values();

  /** Steps that wait for others to pass, some of which fail. */
  static Arbitrary<RandomFlow> plain() {
    return seeds().map(seed -> of(new Random(seed), false));
  }

  /** Steps with everything a step can have. */
  static Arbitrary<RandomFlow> any() {
    return seeds().map(seed -> of(new Random(seed), true));
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private static RandomFlow of(Random random, boolean rich) {
    int size = 1 + random.nextInt(9);
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> failures = new HashMap<>();
    for (int i = 0; i < size; i++) {
      StepBuilder step = Step.named("s" + i);
      for (int j = 0; j < i; j++) {
        if (random.nextInt(100) < 35) {
          boolean plain = !rich || random.nextInt(100) < 60;
          step.needs("s" + j, plain ? Need.PASSED : NEEDS[random.nextInt(NEEDS.length)]);
        }
      }
      if (random.nextInt(100) < 5) {
        step.needs("nobody", Need.PASSED);
      }
      if (random.nextInt(100) < (rich ? 25 : 12)) {
        failures.put("s" + i, rich ? 1 + random.nextInt(3) : 1);
      }
      if (rich) {
        step.trigger(random.nextInt(100) < 20 ? Trigger.ANY : Trigger.ALL);
        step.work(random.nextInt(100) < 10 ? Work.NOTHING : Work.JOB);
        step.ignoreFailure(random.nextInt(100) < 15);
        step.retry(
            new Retry(
                random.nextInt(3),
                Duration.ofSeconds(2),
                2,
                Duration.ofSeconds(5),
                Set.of(Retry.Trouble.values())));
      }
      steps.add(step.build());
    }
    Collections.shuffle(steps, random);
    Set<String> leftOut =
        steps.stream()
            .map(Step::name)
            .filter(name -> rich && random.nextInt(100) < 8)
            .collect(Collectors.toSet());
    return new RandomFlow(List.copyOf(steps), failures, leftOut);
  }

  /** The same with something to do after a failure, and two steps to do in any case. */
  RandomFlow withLaterStages() {
    List<Step> all = new ArrayList<>(steps);
    all.add(Step.named("error").stage(Stage.ERROR).build());
    all.add(Step.named("z1").stage(Stage.FINALLY).after(List.of("z0")).build());
    all.add(Step.named("z0").stage(Stage.FINALLY).build());
    return new RandomFlow(all, failures, leftOut);
  }

  boolean fails(String step, int attempt) {
    return attempt <= failures.getOrDefault(step, 0);
  }

  Control control() {
    return Control.none()
        .when(step -> leftOut.contains(step) ? When.skip("not wanted") : When.run());
  }
}
