package io.jopf.flow;

/**
 * Whether a step whose dependencies are met is to run. Has to say the same whenever it is asked.
 *
 * @param verdict what is to happen
 * @param reason one machine-readable word; empty for run and skip
 * @param message for people
 */
public record When(Verdict verdict, String reason, String message) {
  private static final When RUN = new When(Verdict.RUN, "", "");

  /** What can be said. */
  public enum Verdict {
    /** It runs. */
    RUN,
    /** It is left out; what depends on it runs. */
    SKIP,
    /** It fails. */
    FAIL
  }

  /** It runs. */
  public static When run() {
    return RUN;
  }

  /** It is left out, with what did not hold. */
  public static When skip(String message) {
    return new When(Verdict.SKIP, "", message);
  }

  /** It fails. */
  public static When fail(String reason, String message) {
    return new When(Verdict.FAIL, reason, message);
  }
}
