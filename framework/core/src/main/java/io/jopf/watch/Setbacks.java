package io.jopf.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What went wrong with a stream in a row, and how it goes on after that. */
final class Setbacks {

  /** Watches that ended before they were of any use, after which we do not go on but list. */
  private static final int USELESS = 5;

  /** Answers that a kind is not served after which its objects are gone. */
  private static final int CERTAINLY_MISSING = 3;

  private int failures;
  private int useless;
  private int missing;

  /** What has ended was of use. */
  void forget() {
    failures = 0;
    useless = 0;
  }

  /** A watch has ended that was open and of no use. */
  void useless() {
    useless++;
  }

  /** All objects have come. */
  void listed() {
    missing = 0;
  }

  /** Whether there is nothing to go on from, and everything has to be listed. */
  boolean wantsList(Trouble trouble) {
    boolean passing = trouble == Trouble.BROKEN || trouble == Trouble.BUSY;
    if (passing && useless < USELESS) {
      return false;
    }
    useless = 0;
    return true;
  }

  /** The kind is not served, again perhaps: whether its objects have to be taken for gone. */
  boolean isCertainlyMissing() {
    return ++missing >= CERTAINLY_MISSING;
  }

  /** Whether it is the second failure in a row: one alone is not worth a word. */
  boolean isSecond() {
    return failures == 1;
  }

  /**
   * How long to wait after one more failure.
   *
   * @param wasOpen whether a watch was open
   */
  Duration pause(Trouble trouble, boolean wasOpen, RandomGenerator random) {
    Pauses pauses =
        switch (trouble) {
          case MISSING -> Pauses.UNTIL_SERVED;
          case REFUSED -> Pauses.UNTIL_ALLOWED;
          case BUSY -> Pauses.WHEN_BUSY;
          default -> wasOpen ? Pauses.AFTER_WATCHING : Pauses.SHORT;
        };
    return pauses.after(failures++, random);
  }
}
