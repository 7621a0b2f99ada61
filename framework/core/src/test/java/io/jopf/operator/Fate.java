package io.jopf.operator;

/** What becomes of what a cycle wants to write. */
enum Fate {
  /** The API server takes it. */
  WRITTEN,
  /** The API server cannot be reached; it is kept and sent again. */
  DELAYED,
  /** The API server will not take it; the next cycle starts from what is stored. */
  REFUSED,
  /** The process dies after the handlers and before the write. */
  CRASHED
}
