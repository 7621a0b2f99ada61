package io.jopf.jupyter.objects;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The credential of a notebook.
 *
 * @param value URL-safe
 */
public record Token(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;
  private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._~-]+");

  /** One that was kept somewhere; empty if it cannot be used in a URL as it is. */
  public static Optional<Token> parse(String value) {
    return URL_SAFE.matcher(value).matches() ? Optional.of(new Token(value)) : Optional.empty();
  }

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
