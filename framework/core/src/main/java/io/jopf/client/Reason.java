package io.jopf.client;

/** What is at the bottom of a failure, in one line. */
public final class Reason {

  private Reason() {}

  /** The message of the innermost cause, or its name. */
  public static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
