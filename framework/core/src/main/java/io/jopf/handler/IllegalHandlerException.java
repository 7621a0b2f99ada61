package io.jopf.handler;

/** A handler method that cannot work as it is declared. */
public class IllegalHandlerException extends RuntimeException {

  /** Names class, method and mistake. */
  public IllegalHandlerException(String message) {
    super(message);
  }
}
