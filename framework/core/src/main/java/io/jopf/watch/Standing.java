package io.jopf.watch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a stream is; every change of that is logged, and nothing else. */
final class Standing {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

  private final String name;
  private StreamState state = StreamState.STARTING;
  private String reason = "";

  Standing(String name) {
    this.name = name;
  }

  void become(StreamState next, String why) {
    if (state == next) {
      return;
    }
    if (next == StreamState.LIVE) {
      LOG.info("{} is followed", name);
    } else if (next == StreamState.LOST) {
      LOG.info("{} is not connected: {}", name, why);
    } else {
      LOG.warn("{} is {}: {}", name, next, why);
    }
    state = next;
    reason = why;
  }

  /** A connection that was relied on is no more. */
  void lose(String why) {
    if (state == StreamState.LIVE) {
      become(StreamState.LOST, why);
    }
  }

  /** Whether it is not for us to change that nothing comes. */
  boolean isCutOff() {
    return switch (state) {
      case SILENT, REFUSED, MISSING -> true;
      case STARTING, LIVE, LOST -> false;
    };
  }

  StreamState state() {
    return state;
  }

  String reason() {
    return reason;
  }
}
