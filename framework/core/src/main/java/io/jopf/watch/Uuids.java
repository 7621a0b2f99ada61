package io.jopf.watch;

import java.util.HexFormat;
import java.util.UUID;

/** UUIDs in the one way in which they are written out, as 128 bits. */
final class Uuids {

  private static final String FORM = "00000000-0000-0000-0000-000000000000";

  private Uuids() {}

  /** Whether the text is what the two halves are written as. */
  static boolean isOne(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char is = text.charAt(i);
      boolean fits =
          FORM.charAt(i) == '-' ? is == '-' : (is >= '0' && is <= '9') || (is >= 'a' && is <= 'f');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  static long high(String text) {
    return (HexFormat.fromHexDigitsToLong(text, 0, 8) << 32)
        | (HexFormat.fromHexDigitsToLong(text, 9, 13) << 16)
        | HexFormat.fromHexDigitsToLong(text, 14, 18);
  }

  static long low(String text) {
    return (HexFormat.fromHexDigitsToLong(text, 19, 23) << 48)
        | HexFormat.fromHexDigitsToLong(text, 24, 36);
  }

  static String text(long high, long low) {
    return new UUID(high, low).toString();
  }
}
