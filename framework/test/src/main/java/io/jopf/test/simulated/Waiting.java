package io.jopf.test.simulated;

import io.jopf.test.Patience;
import io.jopf.test.VirtualTime;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for a condition. While anything happens it only looks; when all is quiet it moves a virtual
 * clock to what is due next. Before that it sends a bookmark through all watches: an operator that
 * has come to the bookmark and is idle then has nothing to do, however slow the machine is.
 */
final class Waiting {

  private static final long POLL = Duration.ofMillis(2).toNanos();

  /**
   * What a client may take to act on an event, in time and, on a busy machine, in our own steps.
   */
  private static final long QUIET = Duration.ofMillis(40).toNanos();

  private static final int QUIET_LOOKS = 10;

  /** How long to wait for a bookmark before there is another: its watch may have ended. */
  private static final long BOOKMARK = Duration.ofMillis(500).toNanos();

  /** How many bookmarks may be lost before time passes all the same: a test may cut a watch off. */
  private static final int BOOKMARKS = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private record Patron(BooleanSupplier idle, Predicate<String> seen) {}

  private final ApiServer api;
  private final Time time;
  private final Supplier<String> dump;
  private final Map<Object, Patron> patrons = new ConcurrentHashMap<>();

  Waiting(ApiServer api, Time time, Supplier<String> dump) {
    this.api = api;
    this.time = time;
    this.dump = dump;
  }

  void waitsFor(Object who, BooleanSupplier idle, Predicate<String> seen) {
    patrons.put(who, new Patron(idle, seen));
  }

  void waitsNoMoreFor(Object who) {
    patrons.remove(who);
  }

  private boolean isIdle() {
    return patrons.values().stream().allMatch(patron -> patron.idle().getAsBoolean());
  }

  /** First seen, then idle: what it has seen it may have begun to work on. */
  private boolean hasNothingToDo(String revision) {
    return patrons.values().stream().allMatch(patron -> patron.seen().test(revision)) && isIdle();
  }

  void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    long patience = Patience.orUsually(PATIENCE).toNanos();
    long busy = start;
    long revision = -1;
    int looks = 0;
    int bookmarks = 0;
    long bookmarked = start;
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - start > patience) {
        throw new AssertionError("Waited in vain until " + what + ". " + dump.get());
      }
      if (api.revision() != revision || !isIdle()) {
        revision = api.revision();
        busy = now;
        looks = 0;
        bookmarks = 0;
      } else if (!api.isDelivered()) {
        busy = now;
        looks = 0;
      } else if (now - busy > QUIET && ++looks > QUIET_LOOKS && time instanceof VirtualTime clock) {
        boolean unanswered = now - bookmarked > BOOKMARK;
        boolean isQuiet = bookmarks > 0 && hasNothingToDo(Long.toString(revision));
        if (isQuiet || (bookmarks == BOOKMARKS && unanswered)) {
          clock.advanceToNext();
          busy = System.nanoTime();
          looks = 0;
          bookmarks = 0;
        } else if (bookmarks == 0 || unanswered) {
          api.bookmark();
          bookmarks++;
          bookmarked = now;
        }
      }
      LockSupport.parkNanos(POLL);
    }
  }
}
