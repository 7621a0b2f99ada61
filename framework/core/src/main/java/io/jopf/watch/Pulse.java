package io.jopf.watch;

/**
 * Signs of life of a stream, counted in ticks of the watchdog, so that a jump of the clock means
 * nothing.
 */
final class Pulse {

  /** Ticks of silence after which nobody should rely on the stream. */
  private static final int DOUBTFUL = 6;

  /** Ticks of silence after which a connection is given up; one more may have begun before them. */
  private static final int DEAD = StreamRuntime.TICKS - 1;

  /** Ticks after which a connection on which nothing happens has proved itself. */
  private static final int PROVED = 2;

  private boolean heard;
  private boolean open;
  private boolean proved;
  private int silent;
  private int waiting;
  private int age;

  /** A connection is begun. */
  void begin() {
    open = false;
    proved = false;
    waiting = 0;
    age = 0;
  }

  /** The server has answered. */
  void answered() {
    heard = true;
  }

  /** The watch is open. */
  void opened() {
    heard = true;
    open = true;
  }

  /** Something came through the watch. */
  void received() {
    heard = true;
    proved = true;
  }

  void tick() {
    silent = heard ? 0 : silent + 1;
    waiting = heard ? 0 : waiting + 1;
    heard = false;
    age += open ? 1 : 0;
    proved |= age >= PROVED;
  }

  /** Ticks without a sign of life. */
  int silent() {
    return silent;
  }

  boolean isDoubtful() {
    return silent >= DOUBTFUL;
  }

  /** Whether this connection, not an earlier one, has been silent for too long. */
  boolean isDead() {
    return waiting >= DEAD;
  }

  /** Whether the watch was opened. */
  boolean wasOpen() {
    return open;
  }

  /** Whether this connection was of use. */
  boolean hasProved() {
    return proved;
  }
}
