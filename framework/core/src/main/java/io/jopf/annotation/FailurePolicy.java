package io.jopf.annotation;

/** What becomes of a request when the operator cannot be asked about it. */
public enum FailurePolicy {
  /** It is refused. */
  FAIL,
  /** It is carried out as if the handler was not there. */
  IGNORE
}
