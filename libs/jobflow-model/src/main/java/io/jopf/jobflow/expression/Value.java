package io.jopf.jobflow.expression;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A value, kept as its text.
 *
 * @param text as written
 */
record Value(String text) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");

  static Value of(boolean truth) {
    return new Value(Boolean.toString(truth));
  }

  boolean truth() {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ExpressionException("'" + text + "' is neither true nor false");
    };
  }

  int compare(Value other) {
    boolean numbers = NUMBER.matcher(text).matches() && NUMBER.matcher(other.text).matches();
    return numbers
        ? new BigDecimal(text).compareTo(new BigDecimal(other.text))
        : text.compareTo(other.text);
  }
}
