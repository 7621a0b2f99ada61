package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jopf.ObjectKey;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a stream: a list where one is needed, then a watch until it ends. Whatever it
 * hears it tells the stream, which ignores it as soon as another attempt has taken its place.
 */
final class Attempt implements Runnable, Watcher<GenericKubernetesResource> {

  private static final int PAGE = 500;

  /** How much sooner than asked a watch may end: the server counts in seconds, and from earlier. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private final Reflector stream;
  private final Source source;
  private final Duration renewal;
  private final boolean resuming;
  private String version;
  private @Nullable Watch watch;
  private boolean closed;
  private @Nullable Duration opened;

  /**
   * @param version where to go on from; empty to list first
   */
  Attempt(Reflector stream, Source source, Duration renewal, String version) {
    this.stream = stream;
    this.source = source;
    this.renewal = renewal;
    this.resuming = !version.isEmpty();
    this.version = version;
  }

  /** Whether it went on from a version and did not list. */
  boolean isResuming() {
    return resuming;
  }

  /** The watch is open. */
  void opened(Duration now) {
    opened = now;
  }

  /** Whether it was opened after a moment and has been open for some time. */
  boolean hasWatchedSince(Duration moment, Duration time, Duration now) {
    return opened != null && opened.compareTo(moment) > 0 && now.minus(opened).compareTo(time) >= 0;
  }

  /** Whether its end at this moment is the one that we have asked for. */
  boolean hasServed(Duration now) {
    return opened != null && now.minus(opened).compareTo(renewal.minus(ROUNDING)) >= 0;
  }

  @Override
  public void run() {
    try {
      if (resuming || list()) {
        Watch opened = source.watch(version, renewal, this);
        if (!keep(opened) || !stream.opened(this)) {
          opened.close();
        }
      }
    } catch (RuntimeException e) {
      stream.ended(this, e);
    }
  }

  private boolean list() {
    try {
      return list(PAGE);
    } catch (ListExpired e) {
      // reading in parts took longer than the server remembers
      return list(0);
    }
  }

  /** Whether it came to its end and is still wanted. */
  private boolean list(int limit) {
    Set<ObjectKey> present = new HashSet<>();
    String next = "";
    do {
      Page page = page(next, limit);
      if (!stream.page(this, page, present)) {
        return false;
      }
      version = page.version();
      next = page.next();
    } while (!next.isEmpty());
    return stream.listed(this, version, present);
  }

  private Page page(String next, int limit) {
    try {
      return source.list(next, limit);
    } catch (KubernetesClientException e) {
      boolean expired = e.getCode() == HttpURLConnection.HTTP_GONE && !next.isEmpty() && limit > 0;
      throw expired ? new ListExpired(e) : e;
    }
  }

  private static final class ListExpired extends RuntimeException {
    ListExpired(KubernetesClientException cause) {
      super(cause);
    }
  }

  private synchronized boolean keep(Watch opened) {
    watch = opened;
    return !closed;
  }

  /** Lets go of the connection. May block. */
  void close() {
    Watch open;
    synchronized (this) {
      closed = true;
      open = watch;
    }
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void eventReceived(Action action, GenericKubernetesResource object) {
    stream.event(this, action, object);
  }

  @Override
  public void onClose(WatcherException cause) {
    stream.ended(this, cause);
  }
}
