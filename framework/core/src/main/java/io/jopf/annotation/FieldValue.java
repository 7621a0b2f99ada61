package io.jopf.annotation;

/** What a filter may say of a field instead of an exact text. */
public final class FieldValue {

  /** The field has a value, be it empty. */
  public static final String PRESENT = "<present>";

  /** The field is not there, or null. */
  public static final String ABSENT = "<absent>";

  private FieldValue() {}
}
