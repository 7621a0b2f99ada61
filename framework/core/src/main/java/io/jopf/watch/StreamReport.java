package io.jopf.watch;

import java.time.Duration;

/**
 * How a stream is at present.
 *
 * @param reason why it is not live, as the server or the network said
 * @param silence how long nothing has been heard, in steps of the watchdog
 * @param lists how often everything was listed
 * @param restarts how often a connection was given up because nothing was heard
 */
record StreamReport(
    String name, StreamState state, String reason, Duration silence, long lists, long restarts) {

  boolean isLive() {
    return state == StreamState.LIVE;
  }

  /** For people. */
  String text() {
    String what =
        switch (state) {
          case STARTING -> "not listed yet";
          case LIVE -> "followed";
          case SILENT -> "silent";
          case LOST -> "not connected";
          case REFUSED -> "refused";
          case MISSING -> "not served";
        };
    return name + ": " + what + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
