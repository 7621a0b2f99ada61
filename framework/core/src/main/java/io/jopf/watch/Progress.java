package io.jopf.watch;

/** How far a stream has come. */
final class Progress {

  /** Lists older than what we know that are refused before we believe that time was turned back. */
  private static final int TURNED_BACK = 10;

  private String version = "";
  private String newest = "";
  private int older;

  /** Where to go on from; empty: from a list. */
  String version() {
    return version;
  }

  /** The version up to which everything has been delivered; empty before the first list. */
  String newest() {
    return newest;
  }

  /**
   * Looks at a list before it is taken.
   *
   * @throws IllegalStateException if it shows an earlier moment than we have seen, from a server
   *     that lags behind another one
   */
  void check(String listed) {
    if (Versions.isOlder(listed, newest) && older < TURNED_BACK) {
      older++;
      throw new IllegalStateException(
          "the list is of version " + listed + ", we have seen " + newest);
    }
  }

  /** A list was taken. */
  void listed(String at) {
    older = 0;
    version = at;
    newest = at;
  }

  /** The watch has come to a version. */
  void reached(String at) {
    version = at;
    newest = at;
  }

  /** What we have come to is of no use to go on from. */
  void forget() {
    version = "";
  }
}
