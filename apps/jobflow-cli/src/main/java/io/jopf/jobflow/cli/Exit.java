package io.jopf.jobflow.cli;

import io.jopf.flow.FlowState;

/** What a command says to the shell. */
final class Exit {
  /** Done; of a flow: it succeeded. */
  static final int OK = 0;

  /** Lint has findings, diff has differences. */
  static final int FINDINGS = 1;

  /** The arguments make no sense. */
  static final int USAGE = 2;

  /** The flow failed. */
  static final int FAILED = 3;

  /** The flow was stopped or cancelled. */
  static final int CANCELLED = 4;

  /** The time is up. */
  static final int TIMEOUT = 5;

  /** It could not be done: no cluster, no such flow, refused. */
  static final int TROUBLE = 6;

  private Exit() {}

  /** What the end of a flow is to the shell. */
  static int of(FlowState state) {
    return switch (state) {
      case SUCCEED -> OK;
      case CANCELLED -> CANCELLED;
      default -> FAILED;
    };
  }
}
