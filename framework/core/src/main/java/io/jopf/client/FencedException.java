package io.jopf.client;

/** Thrown where something was about to be written after another process may have taken over. */
public final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FencedException() {
    super("this process does not lead any more");
  }
}
