package io.jopf.annotation;

/** What an unexpected exception of a handler means. */
public enum ErrorMode {
  /** Try again. */
  TEMPORARY,
  /** Give up until the object changes. */
  PERMANENT,
  /** Log it and go on as if the handler had succeeded. */
  IGNORED
}
