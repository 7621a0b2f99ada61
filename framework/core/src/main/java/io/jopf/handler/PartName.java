package io.jopf.handler;

import java.util.regex.Pattern;

/** The names that parts of a handler may have: those of most things that there is one part for. */
public final class PartName {

  /** What a name has to be, for messages. */
  public static final String RULE =
      "a letter or digit followed by letters, digits, '_', '.' or '-'";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,252}");

  private PartName() {}

  /** Whether a part may be called so. */
  public static boolean isValid(String name) {
    return NAME.matcher(name).matches();
  }
}
