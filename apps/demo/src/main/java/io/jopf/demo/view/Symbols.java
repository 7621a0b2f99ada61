package io.jopf.demo.view;

import io.jopf.demo.state.Phase;

/** The signs that are drawn: for terminals with Unicode, and for those without. */
record Symbols(
    String waiting,
    String blocked,
    String running,
    String succeeded,
    String failed,
    String skipped,
    String line,
    String head,
    String back,
    String more) {

  static final Symbols UNICODE = new Symbols("○", "⊘", "●", "✓", "✗", "⊘", "─", "▸", "←", "…");
  static final Symbols ASCII = new Symbols(".", "-", "*", "+", "x", "-", "-", ">", "<", "~");

  String of(Phase phase) {
    return switch (phase) {
      case WAITING -> waiting;
      case BLOCKED -> blocked;
      case RUNNING -> running;
      case SUCCEEDED -> succeeded;
      case FAILED -> failed;
      case SKIPPED -> skipped;
    };
  }

  static Color color(Phase phase) {
    return switch (phase) {
      case WAITING, BLOCKED, SKIPPED -> Color.DIM;
      case RUNNING -> Color.YELLOW;
      case SUCCEEDED -> Color.GREEN;
      case FAILED -> Color.RED;
    };
  }

  /** A part that is there or is not. */
  String present(boolean present) {
    return present ? succeeded : waiting;
  }
}
