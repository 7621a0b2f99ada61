package io.jopf.demo.view;

import io.jopf.demo.state.Phase;
import io.jopf.demo.state.Step;
import java.time.Duration;
import java.util.List;

/** Steps to draw. */
final class Steps {

  private Steps() {}

  static Step waiting(String name, String... dependencies) {
    return new Step(name, List.of(dependencies), Phase.WAITING, null);
  }

  static Step of(String name, Phase phase, int millis, String... dependencies) {
    return new Step(name, List.of(dependencies), phase, Duration.ofMillis(millis));
  }

  /** The documentation's first example. */
  static List<Step> example() {
    return List.of(
        of("job1", Phase.SUCCEEDED, 640),
        of("job2", Phase.RUNNING, 3210, "job1"),
        waiting("job3", "job1", "job2"),
        of("job4", Phase.SUCCEEDED, 600),
        waiting("job5", "job4", "job2"));
  }

  /** The documentation's example of a failure. */
  static List<Step> failing() {
    return List.of(
        of("job1", Phase.SUCCEEDED, 600),
        of("job2-error-container", Phase.FAILED, 600, "job1"),
        new Step("job3", List.of("job1", "job2"), Phase.BLOCKED, null),
        of("job4", Phase.SUCCEEDED, 600));
  }
}
