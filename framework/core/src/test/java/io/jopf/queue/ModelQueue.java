package io.jopf.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@link WorkQueue} should do, without threads and without thrift. */
final class ModelQueue {

  final List<Integer> ready = new ArrayList<>();
  final List<Integer> backlog = new ArrayList<>();
  private int inRow;
  final Set<Integer> taken = new HashSet<>();
  final Set<Integer> dirty = new HashSet<>();
  final Map<Integer, Instant> delayed = new TreeMap<>();

  void add(int key) {
    delayed.remove(key);
    if (taken.contains(key)) {
      dirty.add(key);
    } else if (!ready.contains(key)) {
      backlog.remove((Integer) key);
      ready.add(key);
    }
  }

  void addBacklog(int key) {
    if (!ready.contains(key)) {
      delayed.remove(key);
      if (taken.contains(key)) {
        dirty.add(key);
      } else if (!backlog.contains(key)) {
        backlog.add(key);
      }
    }
  }

  void addAt(int key, Instant due) {
    if (!ready.contains(key) && !backlog.contains(key) && !dirty.contains(key)) {
      delayed.merge(key, due, (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  @Nullable Integer take() {
    boolean old = ready.isEmpty() || (inRow >= 8 && !backlog.isEmpty());
    List<Integer> from = old ? backlog : ready;
    if (from.isEmpty()) {
      return null;
    }
    inRow = old ? 0 : inRow + 1;
    Integer key = from.remove(0);
    taken.add(key);
    return key;
  }

  void done(int key) {
    if (taken.remove(key) && dirty.remove(key)) {
      delayed.remove(key);
      ready.add(key);
    }
  }

  void forget(int key) {
    delayed.remove(key);
  }

  /** Everything whose time has come is added; the moments are all different. */
  void timeIs(Instant now) {
    delayed.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::add);
  }
}
