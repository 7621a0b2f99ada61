package io.jopf.operator;

/**
 * What daemons have to do with an object's deletion.
 *
 * @param wanted whether it has to wait for any, once it comes
 * @param held whether one of them still runs
 */
record Guard(boolean wanted, boolean held) {

  /** There are none. */
  static final Guard NONE = new Guard(false, false);
}
