package io.jopf.handler.check;

/**
 * Something that cannot work, and what to do about it.
 *
 * @param method index of the method in its class; {@link #NONE} for the class as a whole
 * @param parameter index of the parameter in its method; {@link #NONE} for the method as a whole
 * @param message for the author of the class; does not name class or method
 */
public record Problem(int method, int parameter, String message) {

  /** No index. */
  public static final int NONE = -1;
}
