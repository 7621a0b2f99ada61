package io.jopf;

/**
 * Thrown by an admission handler that refuses a request. Elsewhere it is a {@link
 * PermanentException} like any other.
 */
public class AdmissionException extends PermanentException {

  private static final int FORBIDDEN = 403;
  private static final int FIRST = 400;
  private static final int LAST = 599;

  private final int code;

  /** Refuses with 403 and a message for who made the request. */
  public AdmissionException(String message) {
    this(FORBIDDEN, message);
  }

  /**
   * Refuses.
   *
   * @param code the HTTP status of the API server's answer, from 400 to 599
   * @param message for who made the request
   */
  public AdmissionException(int code, String message) {
    super(message);
    if (code < FIRST || code > LAST) {
      throw new IllegalArgumentException(
          "a request is refused with a code from 400 to 599: " + code);
    }
    this.code = code;
  }

  /** The HTTP status of the API server's answer. */
  public final int code() {
    return code;
  }
}
