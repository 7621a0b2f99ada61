package io.jopf.jupyter.settings;

import io.jopf.StartupException;

/** The operator cannot work without a setting that was not made. */
public class MissingSettingException extends StartupException {

  /** Names the environment variable that would have made it. */
  public MissingSettingException(String variable) {
    super(variable + " is not set: the operator needs it to give notebooks a URL");
  }
}
