package io.jopf.jupyter.status;

import io.jopf.conditions.Conditions;

/**
 * What a condition says.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason a CamelCase word
 * @param message a sentence for people
 */
record Verdict(String status, String reason, String message) {

  static Verdict yes(String reason, String message) {
    return new Verdict("True", reason, message);
  }

  static Verdict no(String reason, String message) {
    return new Verdict("False", reason, message);
  }

  static Verdict unknown(String reason, String message) {
    return new Verdict("Unknown", reason, message);
  }

  Conditions in(Conditions conditions, String type) {
    return conditions.set(type, status, reason, message);
  }
}
