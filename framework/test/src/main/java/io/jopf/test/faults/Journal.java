package io.jopf.test.faults;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The exchanges so far; of a long test the last ones. */
final class Journal {

  private static final int KEPT = 50_000;

  private final Deque<Exchange> exchanges = new ArrayDeque<>();

  synchronized void add(Request request, int code) {
    if (exchanges.size() == KEPT) {
      exchanges.removeFirst();
    }
    exchanges.addLast(new Exchange(request, code, Instant.now()));
  }

  synchronized List<Exchange> select(Predicate<Request> wanted) {
    return exchanges.stream().filter(exchange -> wanted.test(exchange.request())).toList();
  }
}
