package io.jopf;

/** The operator cannot start; the message is one sentence for the person who started it. */
public class StartupException extends RuntimeException {

  /** Says what is wrong and what to do. */
  public StartupException(String message) {
    super(message);
  }

  /** Says what is wrong and what to do, with the cause for the log. */
  public StartupException(String message, Throwable cause) {
    super(message, cause);
  }
}
