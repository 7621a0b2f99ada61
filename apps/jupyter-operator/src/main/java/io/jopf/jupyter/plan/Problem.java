package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.Reasons;

/**
 * Why a notebook cannot be made until its author changes it.
 *
 * @param reason a CamelCase word
 * @param message a sentence that names field and value
 */
public record Problem(String reason, String message) {

  static Problem invalid(String field, Object value, String expected) {
    return new Problem(Reasons.INVALID_VALUE, field + " is '" + value + "': " + expected);
  }
}
