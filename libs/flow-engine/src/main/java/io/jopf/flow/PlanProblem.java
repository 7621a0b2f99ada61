package io.jopf.flow;

import java.util.List;

/**
 * A fault that keeps a plan from running at all.
 *
 * @param kind what is wrong
 * @param steps the steps concerned; for a cycle its path, the first step repeated at the end; for
 *     what the caller knows of, the message
 */
public record PlanProblem(Kind kind, List<String> steps) {

  /** What can be wrong with a plan. */
  public enum Kind {
    /** There is no step. */
    NO_STEPS,
    /** Two steps bear the same name. */
    DUPLICATE_NAME,
    /** A step depends on itself. */
    SELF_DEPENDENCY,
    /** The job of one step would bear the name of another attempt of the other. */
    NAME_OF_ATTEMPT,
    /** Steps depend on each other in a circle. */
    CYCLE,
    /** Something that the caller knows of. */
    OTHER
  }

  public PlanProblem {
    steps = List.copyOf(steps);
  }

  /** One line for people, naming the steps. */
  public String message() {
    return switch (kind) {
      case NO_STEPS -> "there are no steps";
      case DUPLICATE_NAME -> "step name " + steps.get(0) + " is used more than once";
      case SELF_DEPENDENCY -> "step " + steps.get(0) + " depends on itself";
      case NAME_OF_ATTEMPT ->
          "step " + steps.get(0) + " is named like another attempt of step " + steps.get(1);
      case CYCLE -> "steps depend on each other in a cycle: " + String.join(" -> ", steps);
      case OTHER -> String.join(", ", steps);
    };
  }
}
