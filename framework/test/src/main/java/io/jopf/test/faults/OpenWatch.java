package io.jopf.test.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A watch that the API server has accepted. */
final class OpenWatch {

  private final Request request;
  private final Link client;
  private final boolean frames;
  private boolean halfOpen;
  private boolean ended;
  private boolean cut;

  /**
   * @param frames whether it is a WebSocket; else a chunked answer
   */
  OpenWatch(Request request, Link client, boolean frames) {
    this.request = request;
    this.client = client;
    this.frames = frames;
  }

  Request request() {
    return request;
  }

  boolean hasFrames() {
    return frames;
  }

  synchronized boolean isHalfOpen() {
    return halfOpen;
  }

  /** Passes on what comes from the API server: a frame or a chunk. */
  synchronized void relay(byte[] part) throws IOException {
    if (halfOpen || ended) {
      return;
    }
    if (cut && (!frames || Frames.isEvent(part))) {
      client.send(Arrays.copyOf(part, part.length / 2));
      client.reset();
      throw new IOException("cut in the middle of an event");
    }
    client.send(part);
  }

  /** From now on nothing passes in either direction, and nobody is told. */
  synchronized void silence() {
    halfOpen = true;
  }

  synchronized void cutNextEvent() {
    cut = true;
  }

  /**
   * Ends it as an API server does after a while, even if it has been silent. Does nothing if the
   * client has been faster.
   */
  synchronized void end() {
    halfOpen = false;
    try {
      if (!ended) {
        client.send(frames ? Frames.close() : "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // ended by the client
    }
    ended = true;
    if (!frames) {
      // else the client would take it for its next request
      client.close();
    }
  }

  synchronized void reset() {
    ended = true;
    client.reset();
  }

  /** Sends an event of our own, even if it has been silent. */
  synchronized void event(String json) {
    halfOpen = false;
    String line = json + "\n";
    int length = line.getBytes(StandardCharsets.UTF_8).length;
    send(
        frames
            ? Frames.text(json)
            : (Integer.toHexString(length) + "\r\n" + line + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
  }

  private void send(byte[] part) {
    if (halfOpen || ended) {
      return;
    }
    try {
      client.send(part);
    } catch (IOException e) {
      throw new UncheckedIOException("the watch has ended meanwhile", e);
    }
  }
}
