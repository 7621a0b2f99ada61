package io.jopf.demo.state;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A JobFlow, or a DaemonJob with its nodes as steps.
 *
 * @param state the object's own word, such as Running; empty before it has one
 * @param jobs names of the Jobs it owns, without the prefix of its own name
 * @param time since it began, until it ended; null before
 */
public record Work(
    String title, String state, List<Step> steps, SortedSet<String> jobs, @Nullable Duration time) {

  static final String SUCCEED = "Succeed";
  static final String FAILED = "Failed";

  Work after(@Nullable Duration elapsed) {
    return new Work(title, state, steps, jobs, elapsed);
  }

  /** Steps that have succeeded. */
  public long succeeded() {
    return steps.stream().filter(step -> step.phase() == Phase.SUCCEEDED).count();
  }

  /** Whether nothing more will happen. */
  public boolean isOver() {
    return (state.equals(SUCCEED) || state.equals(FAILED))
        && steps.stream().allMatch(step -> step.phase().isOver());
  }
}
