package io.jopf;

/** Thrown by a handler for which trying again is useless until the object changes. */
public class PermanentException extends RuntimeException {

  /** Gives up with a message for the user of the object. */
  public PermanentException(String message) {
    super(message);
  }

  /** Gives up with a message for the user of the object and the cause for the log. */
  public PermanentException(String message, Throwable cause) {
    super(message, cause);
  }
}
