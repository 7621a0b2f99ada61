package io.jopf.jobflow.cron;

/** A schedule that cannot be read; the message names the field and its value. */
public final class ScheduleException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses one.
   *
   * @param message names what is wrong and where
   */
  public ScheduleException(String message) {
    super(message);
  }
}
