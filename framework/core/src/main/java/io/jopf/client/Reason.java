package io.jopf.client;

/** What is at the bottom of a failure, in one line. */
public final class Reason {

  private Reason() {}

  /** What the innermost cause says, in the API server's own words if it is an answer. */
  public static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return ServerAnswer.text(root).lines().findFirst().orElse("");
  }
}
