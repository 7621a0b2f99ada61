package io.jopf.test.simulated.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest changes, from which a watch catches up. Older ones are forgotten. */
final class History {

  private final int limit;
  private final Deque<Change> changes = new ArrayDeque<>();
  private long forgotten;

  /**
   * @param limit how many changes to remember
   */
  History(int limit) {
    this.limit = limit;
  }

  void add(Change change) {
    changes.addLast(change);
    while (changes.size() > limit) {
      forgotten = changes.removeFirst().revision();
    }
  }

  /** Forgets everything up to and including a revision. */
  void forget(long revision) {
    changes.removeIf(change -> change.revision() <= revision);
    forgotten = Math.max(forgotten, revision);
  }

  /**
   * The changes after a revision, oldest first.
   *
   * @throws ApiException 410 if some of them are forgotten
   */
  List<Change> after(long revision) {
    if (revision < forgotten) {
      throw ApiException.expired();
    }
    return changes.stream().filter(change -> change.revision() > revision).toList();
  }
}
