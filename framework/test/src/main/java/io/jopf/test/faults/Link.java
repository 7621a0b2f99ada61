package io.jopf.test.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** One side of a connection. */
final class Link {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Link(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  InputStream in() {
    return in;
  }

  void send(byte[] part) throws IOException {
    out.write(part);
    out.flush();
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is of no use any more
    }
  }

  /** Closes without a farewell. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      // closed already
    }
    close();
  }
}
