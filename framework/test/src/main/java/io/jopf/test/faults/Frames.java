package io.jopf.test.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** WebSocket frames from the server to the client. */
final class Frames {

  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int NORMAL = 1000;
  private static final int OPCODE = 0x0f;
  private static final int CONTROL = 0x08;
  private static final int LENGTH = 0x7f;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int LONGEST_SHORT = 0xffff;
  private static final String BOOKMARK = "\"type\":\"BOOKMARK\"";

  private Frames() {}

  /** The next frame as it is on the wire; empty at the end of the stream. */
  static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    byte[] start = in.readNBytes(2);
    if (start.length < 2) {
      return new byte[0];
    }
    frame.write(start);
    int length = start[1] & LENGTH;
    if (length == TWO_BYTES || length == EIGHT_BYTES) {
      byte[] extended = Body.exactly(in, length == TWO_BYTES ? 2 : Long.BYTES);
      frame.write(extended);
      length =
          extended.length == 2
              ? Short.toUnsignedInt(ByteBuffer.wrap(extended).getShort())
              : Math.toIntExact(ByteBuffer.wrap(extended).getLong());
    }
    frame.write(Body.exactly(in, length));
    return frame.toByteArray();
  }

  /** Whether it carries a change, not a ping, a pong, a close or a bookmark. */
  static boolean isEvent(byte[] frame) {
    return (frame[0] & OPCODE) < CONTROL
        && !new String(frame, StandardCharsets.UTF_8).contains(BOOKMARK);
  }

  static byte[] text(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 2 + Long.BYTES);
    frame.put((byte) TEXT);
    if (bytes.length < TWO_BYTES) {
      frame.put((byte) bytes.length);
    } else if (bytes.length <= LONGEST_SHORT) {
      frame.put((byte) TWO_BYTES).putShort((short) bytes.length);
    } else {
      frame.put((byte) EIGHT_BYTES).putLong(bytes.length);
    }
    frame.put(bytes);
    byte[] exact = new byte[frame.position()];
    frame.flip().get(exact);
    return exact;
  }

  static byte[] close() {
    return ByteBuffer.allocate(4).put((byte) CLOSE).put((byte) 2).putShort((short) NORMAL).array();
  }
}
