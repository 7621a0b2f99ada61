package io.jopf.jobflow.graph;

import io.jopf.flow.Stage;
import io.jopf.flow.StepState;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step in a picture.
 *
 * @param name of the step
 * @param stage the part of the flow it belongs to
 * @param shape what it is
 * @param state where it stands; waiting before the flow has begun
 * @param took how long it has run so far; null if it has not started
 * @param reason one word; empty if there is none
 * @param critical whether it lies on the critical path
 */
public record GraphNode(
    String name,
    Stage stage,
    Shape shape,
    StepState state,
    @Nullable Duration took,
    String reason,
    boolean critical) {

  /** What a step is. */
  public enum Shape {
    /** Runs a Job. */
    JOB,
    /** Stands for the turns of a loop. */
    LOOP,
    /** Has no Job, others depend on it. */
    BARRIER,
    /** Waits for somebody. */
    APPROVAL,
    /** Is named as a dependency, but not there. */
    MISSING
  }

  /** The state as a word for style sheets. */
  String style() {
    return shape == Shape.MISSING ? "missing" : state.name().toLowerCase(Locale.ROOT);
  }

  /** What stands below the name; empty before it has begun. */
  String detail() {
    if (shape == Shape.MISSING) {
      return "no such step";
    }
    String time = took == null ? "" : " " + Durations.text(took);
    return state == StepState.WAITING && took == null ? "" : state.text() + time;
  }
}
