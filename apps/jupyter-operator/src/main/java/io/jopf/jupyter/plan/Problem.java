package io.jopf.jupyter.plan;

/**
 * Why a notebook cannot be made until its author changes it.
 *
 * @param reason a CamelCase word
 * @param message a sentence that names field and value
 */
public record Problem(String reason, String message) {

  static final String INVALID_VALUE = "InvalidValue";

  /** The name cannot be the name of the notebook's objects. */
  public static final String INVALID_NAME = "InvalidName";

  /** The project's claim or id is absent. */
  public static final String PROJECT_MISSING = "ProjectMissing";

  static Problem invalid(String field, Object value, String expected) {
    return new Problem(INVALID_VALUE, field + " is '" + value + "': " + expected);
  }
}
