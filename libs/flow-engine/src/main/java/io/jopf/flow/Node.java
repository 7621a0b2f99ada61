package io.jopf.flow;

/** A step on the board. */
final class Node {
  final int number;
  final Step step;
  private final int wanted;
  Observed job = Observed.none();
  StepStatus status;

  /** Its dependencies that gave what is wanted, and those that never will. */
  int met;

  int missed;

  /** Its dependents know that it started; that it ended. */
  boolean startTold;

  boolean ended;

  Node(int number, Step step, int wanted, StepStatus status) {
    this.number = number;
    this.step = step;
    this.wanted = wanted;
    this.status = status;
  }

  void clear() {
    met = 0;
    missed = 0;
    startTold = false;
    ended = false;
  }

  boolean due() {
    return step.trigger() == Trigger.ALL ? met == wanted : met > 0 || wanted == 0;
  }

  boolean hopeless() {
    return step.trigger() == Trigger.ALL ? missed > 0 : wanted > 0 && missed == wanted;
  }

  /** Whether it was started, but its job was deleted before it ended. */
  boolean lost() {
    return status.state() == StepState.WAITING && status.attempts() > status.spent();
  }

  /** The attempt to make now: a lost one again, else the next. */
  int nextAttempt() {
    return lost() ? status.attempts() : Math.max(status.attempts(), status.spent()) + 1;
  }

  boolean failed() {
    return ended && status.state() == StepState.FAILED && !step.ignoreFailure();
  }
}
