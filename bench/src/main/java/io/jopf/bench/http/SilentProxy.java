package io.jopf.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forwards connections until it falls silent: the connections of that moment stay open and whatever
 * comes from either side disappears, as behind a firewall that forgot them. Later connections work.
 */
final class SilentProxy implements AutoCloseable {

  private static final int BUFFER = 16 * 1024;

  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final AtomicInteger silences = new AtomicInteger();

  SilentProxy(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on nothing passes on the connections that there are. */
  void fallSilent() {
    silences.incrementAndGet();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        Socket far = new Socket(host, port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        int since = silences.get();
        daemon(() -> forward(near, far, since));
        daemon(() -> forward(far, near, since));
      }
    } catch (IOException e) {
      // closed: the end
    }
  }

  private void forward(Socket from, Socket to, int since) {
    byte[] buffer = new byte[BUFFER];
    try {
      int length;
      while ((length = from.getInputStream().read(buffer)) >= 0) {
        if (silences.get() == since) {
          to.getOutputStream().write(buffer, 0, length);
        }
      }
    } catch (IOException e) {
      // one side is gone: as good as its end
    }
    if (silences.get() == since) {
      closeBoth(from, to);
    }
  }

  private static void closeBoth(Socket from, Socket to) {
    try (from;
        to) {
      to.shutdownOutput();
    } catch (IOException e) {
      // the other direction was first
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}
