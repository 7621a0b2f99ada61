package io.jopf.watch;

/** What comes next in packed bytes: the lowest bits of a number whose rest says more. */
final class Tag {

  static final int NULL = 0;

  static final int FALSE = 1;

  static final int TRUE = 2;

  /** The number, with its sign last. */
  static final int INT = 3;

  /** Eight bytes follow. */
  static final int LONG = 4;

  /** Eight bytes follow. */
  static final int DOUBLE = 5;

  /** The number of a word. */
  static final int WORD = 6;

  /** The length of the text in UTF-8, which follows. */
  static final int TEXT = 7;

  /** The digits of {@code 2026-01-31T23:59:59Z}. */
  static final int TIME = 8;

  /** Sixteen bytes follow. */
  static final int UUID = 9;

  /** The number of entries, which follow. */
  static final int MAP = 10;

  /** The number of values, which follow. */
  static final int LIST = 11;

  /** A text follows. */
  static final int BIG_INTEGER = 12;

  /** A text follows. */
  static final int BIG_DECIMAL = 13;

  static final int BITS = 4;

  private Tag() {}

  static int of(long head) {
    return (int) head & ((1 << BITS) - 1);
  }
}
