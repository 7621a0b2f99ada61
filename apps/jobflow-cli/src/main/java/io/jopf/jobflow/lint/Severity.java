package io.jopf.jobflow.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** It would be refused, or fail. */
  ERROR,
  /** It works, but is hardly meant. */
  WARNING;

  /** The word shown to people and programs. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
