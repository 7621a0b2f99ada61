package io.jopf.jupyter.settings;

import java.util.regex.Pattern;

/** What counts as on: whatever is said, unless it is a word for no. */
public final class Switch {

  /** A regular expression of it, for conditions that are looked at before there are settings. */
  public static final String ON = "(?is)\\s*(?!(false|no|off|0)?\\s*$)\\S.*";

  private static final Pattern PATTERN = Pattern.compile(ON);

  private Switch() {}

  static boolean isOn(String text) {
    return PATTERN.matcher(text).matches();
  }
}
