package io.jopf.jupyter.settings;

import io.jopf.StartupException;
import org.jspecify.annotations.Nullable;

/** The operator cannot use the value of a setting. */
public class InvalidSettingException extends StartupException {

  /** Names the environment variable, its value and what it should be. */
  public InvalidSettingException(
      String variable, String value, String expected, @Nullable Throwable cause) {
    super(variable + " is '" + value + "': need " + expected);
    if (cause != null) {
      initCause(cause);
    }
  }
}
