package io.jopf.test.faults;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Carries an open watch, or another upgraded connection, until either side ends it. */
final class Tunnel {

  private static final int BUFFER = 16_384;

  private final FaultProxy proxy;
  private final OpenWatch watch;
  private final Link client;
  private final Link upstream;
  private final CountDownLatch clientGone = new CountDownLatch(1);

  Tunnel(FaultProxy proxy, OpenWatch watch, Link client, Link upstream) {
    this.proxy = proxy;
    this.watch = watch;
    this.client = client;
    this.upstream = upstream;
  }

  void run(Head answer) throws IOException {
    proxy.opened(watch);
    try {
      proxy.execute(this::back);
      forth(answer);
    } finally {
      if (watch.isHalfOpen()) {
        awaitClient();
      }
      proxy.closed(watch);
    }
  }

  private void awaitClient() {
    try {
      clientGone.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forth(Head answer) throws IOException {
    if (!watch.hasFrames()) {
      Body.ofAnswer("GET", answer, upstream.in(), watch::relay);
    } else if (watch.request().verb() == Verb.WATCH) {
      frames();
    } else {
      copy(upstream, watch::relay);
    }
  }

  private void frames() throws IOException {
    for (byte[] frame = Frames.read(upstream.in());
        frame.length > 0;
        frame = Frames.read(upstream.in())) {
      watch.relay(frame);
    }
  }

  private void back() {
    try {
      copy(client, this::answer);
    } catch (IOException e) {
      // the same as its end
    } finally {
      clientGone.countDown();
      upstream.close();
    }
  }

  private void answer(byte[] part) throws IOException {
    if (!watch.isHalfOpen()) {
      upstream.send(part);
    }
  }

  private static void copy(Link from, Body.Sink to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int size = from.in().read(buffer); size >= 0; size = from.in().read(buffer)) {
      to.accept(Arrays.copyOf(buffer, size));
    }
  }
}
