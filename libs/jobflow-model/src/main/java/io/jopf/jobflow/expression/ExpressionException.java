package io.jopf.jobflow.expression;

/** A condition or placeholder that makes no sense, or names what is not there. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what to tell the author. */
  public ExpressionException(String message) {
    super(message);
  }
}
