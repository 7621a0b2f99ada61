package io.jopf.watch;

/**
 * The form that times of Kubernetes have, such as {@code 2026-01-31T23:59:59Z}, as a number. Only
 * the digits count: whether there is such a day is nobody's concern here.
 */
final class Times {

  private static final String FORM = "0000-00-00T00:00:00Z";
  private static final int TEN = 10;

  private Times() {}

  /** The digits as one number; -1 for a text of another form. */
  static long number(String text) {
    if (text.length() != FORM.length()) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      char is = text.charAt(i);
      if (FORM.charAt(i) == '0' && is >= '0' && is <= '9') {
        number = number * TEN + (is - '0');
      } else if (is != FORM.charAt(i)) {
        return -1;
      }
    }
    return number;
  }

  static String text(long number) {
    char[] text = FORM.toCharArray();
    long left = number;
    for (int i = text.length - 1; i >= 0; i--) {
      if (text[i] == '0') {
        text[i] = (char) ('0' + left % TEN);
        left /= TEN;
      }
    }
    return new String(text);
  }
}
