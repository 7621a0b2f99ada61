package io.jopf.jupyter.objects;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The credential of a notebook.
 *
 * @param value URL-safe
 */
public record Token(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  /** A new one of 192 random bits. */
  public static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Without the value, so that it reaches no log. */
  @Override
  public String toString() {
    return "Token[]";
  }
}
