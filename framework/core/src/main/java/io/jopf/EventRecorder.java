package io.jopf;

/**
 * Tells the object's users what happened, as Kubernetes events. Posting is done aside and never
 * fails or delays a handler.
 */
public interface EventRecorder {

  /**
   * Something went as intended.
   *
   * @param reason a CamelCase word that programs can look for
   * @param message a sentence for people; cut at 1024 characters
   */
  void normal(String reason, String message);

  /** Something needs attention; see {@link #normal}. */
  void warning(String reason, String message);
}
