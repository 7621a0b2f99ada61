package io.jopf.operator;

/** What becomes of what a cycle wants to write. */
enum Fate {
  /** The API server takes it. */
  WRITTEN,
  /** The API server cannot be reached; it is kept and sent again. */
  DELAYED,
  /** The API server will not take it; it is sent again until the object asks for something else. */
  REFUSED,
  /** The process dies after the handlers and before the write. */
  CRASHED
}
