package io.jopf.test.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bodies of HTTP/1.1 messages as they are on the wire, in parts that belong together. */
final class Body {

  /** Takes a piece of the wire. */
  interface Sink {
    void accept(byte[] part) throws IOException;
  }

  private static final int BUFFER = 16_384;
  private static final long UNTIL_THE_END = Long.MAX_VALUE;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private Body() {}

  static void ofRequest(Head head, InputStream in, Sink sink) throws IOException {
    if (head.says("Transfer-Encoding", "chunked")) {
      chunks(in, sink);
    } else if (!head.field("Content-Length").isEmpty()) {
      bytes(in, Long.parseLong(head.field("Content-Length")), sink);
    }
  }

  /**
   * Passes the body of an answer on.
   *
   * @return whether another message can follow on the connection
   */
  static boolean ofAnswer(String method, Head head, InputStream in, Sink sink) throws IOException {
    int code = head.code();
    if (method.equals("HEAD") || code == NO_CONTENT || code == NOT_MODIFIED) {
      return !isLast(head);
    }
    if (!head.says("Transfer-Encoding", "chunked") && head.field("Content-Length").isEmpty()) {
      bytes(in, UNTIL_THE_END, sink);
      return false;
    }
    ofRequest(head, in, sink);
    return !isLast(head);
  }

  private static boolean isLast(Head head) {
    return head.says("Connection", "close");
  }

  private static void bytes(InputStream in, long length, Sink sink) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int size = in.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (size < 0) {
        if (length == UNTIL_THE_END) {
          return;
        }
        throw new EOFException("in a body");
      }
      sink.accept(Arrays.copyOf(buffer, size));
      left -= size;
    }
  }

  private static void chunks(InputStream in, Sink sink) throws IOException {
    int size;
    do {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      String line = required(Head.line(in));
      chunk.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      size = Integer.parseInt(line.split(";", 2)[0].trim(), 16);
      if (size > 0) {
        chunk.write(exactly(in, size));
        required(Head.line(in));
      } else {
        String trailer = required(Head.line(in));
        while (!trailer.isEmpty()) {
          trailer = required(Head.line(in));
        }
      }
      chunk.write('\r');
      chunk.write('\n');
      sink.accept(chunk.toByteArray());
    } while (size > 0);
  }

  static byte[] exactly(InputStream in, int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("in a message");
    }
    return bytes;
  }

  private static String required(@Nullable String line) throws EOFException {
    if (line == null) {
      throw new EOFException("in a chunk");
    }
    return line;
  }
}
