package io.jopf.test.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The exchanges so far; of a long test the last ones.
 *
 * <p>Who reads waits for the answers to what has been passed on before: a test may see in the
 * cluster what a request has done while its answer is still on the way to this journal.
 */
final class Journal {

  private static final int KEPT = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Deque<Exchange> exchanges = new ArrayDeque<>();
  private final Set<Object> open = new HashSet<>();

  /** A request is about to be passed on; the result is to be {@link #closed}, whatever comes. */
  synchronized Object opened() {
    Object passed = new Object();
    open.add(passed);
    return passed;
  }

  synchronized void closed(Object passed) {
    open.remove(passed);
    notifyAll();
  }

  synchronized void add(Request request, int code) {
    if (exchanges.size() == KEPT) {
      exchanges.removeFirst();
    }
    exchanges.addLast(new Exchange(request, code, Instant.now()));
  }

  synchronized List<Exchange> select(Predicate<Request> wanted) {
    awaitAnswers();
    return exchanges.stream().filter(exchange -> wanted.test(exchange.request())).toList();
  }

  private synchronized void awaitAnswers() {
    Set<Object> before = Set.copyOf(open);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      long left = PATIENCE.toNanos();
      while (left > 0 && before.stream().anyMatch(open::contains)) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
