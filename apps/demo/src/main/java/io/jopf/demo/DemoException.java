package io.jopf.demo;

import org.jspecify.annotations.Nullable;

/** Ends the demo; the message is all that the user sees. */
public final class DemoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Tells what is wrong and, where that is known, what to do. */
  public DemoException(String message) {
    super(message);
  }

  /** As above, with what caused it. */
  public DemoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
