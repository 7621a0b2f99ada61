package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open watch. Events are sent in the order of the changes, by a thread of its own, so a slow
 * reader holds up nobody else.
 */
final class Watch extends WebSocketListener {

  private final Interest interest;
  private final boolean bookmarks;
  private final Consumer<Watch> closed;
  private final AtomicInteger undelivered;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "watch");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable WebSocket socket;

  /**
   * @param bookmarks whether the client wants to know how far it has come
   * @param backlog events to send first
   * @param undelivered counts what is on its way, over all watches
   * @param closed told when the client has gone
   */
  Watch(
      Interest interest,
      boolean bookmarks,
      List<ObjectNode> backlog,
      AtomicInteger undelivered,
      Consumer<Watch> closed) {
    this.interest = interest;
    this.bookmarks = bookmarks;
    this.undelivered = undelivered;
    this.closed = closed;
    // the sender waits for the socket: what changes meanwhile queues up behind
    backlog.forEach(this::send);
  }

  /** Whether it watches a kind, given as in the name of its definition. */
  boolean isOf(String resource) {
    return interest.kind().resource().equals(resource);
  }

  /** Sends the change if it is of interest. */
  void offer(Change change) {
    ObjectNode event = interest.event(change);
    if (event != null) {
      send(event);
    }
  }

  private void send(ObjectNode event) {
    undelivered.incrementAndGet();
    try {
      sender.execute(
          () -> {
            try {
              awaitSocket().send(event.toString());
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } finally {
              undelivered.decrementAndGet();
            }
          });
    } catch (RejectedExecutionException e) {
      undelivered.decrementAndGet();
    }
  }

  private synchronized WebSocket awaitSocket() throws InterruptedException {
    while (socket == null) {
      wait();
    }
    return socket;
  }

  /** Does something when it has been open for some seconds of the machine's time. */
  void after(long seconds, Runnable work) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, sender).execute(work);
  }

  /** Tells the client, if it wants to know, that everything up to a revision was sent. */
  void bookmark(long revision) {
    if (bookmarks) {
      send(interest.bookmark(revision));
    }
  }

  /**
   * Ends it as a server does when the time that the client asked for is over.
   *
   * @param revision up to which everything was sent
   */
  void end(long revision) {
    bookmark(revision);
    close();
  }

  /** Tells the client that its resource version is too old, and hangs up. */
  void expire() {
    send(Interest.event("ERROR", statusNode(ApiException.expired())));
    close();
  }

  /** Hangs up after what is queued. */
  void close() {
    try {
      sender.execute(
          () -> {
            try {
              awaitSocket().close(1000, "");
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    } catch (RejectedExecutionException e) {
      // already closed
    }
  }

  static JsonNode statusNode(ApiException problem) {
    return Json.parse(Typed.json(problem.status()));
  }

  @Override
  public synchronized void onOpen(WebSocket webSocket, Response response) {
    socket = webSocket;
    notifyAll();
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    webSocket.close(code, reason);
  }

  @Override
  public void onClosed(WebSocket webSocket, int code, String reason) {
    stop();
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable error, Response response) {
    stop();
  }

  private void stop() {
    closed.accept(this);
    undelivered.addAndGet(-sender.shutdownNow().size());
  }
}
