package io.jopf.test.scenarios.leader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the handlers of all processes of a test did, in its order. */
final class Trace {

  private record Entry(String process, String thing, boolean begins) {}

  private static final List<Entry> ENTRIES = new ArrayList<>();

  private Trace() {}

  static synchronized void clear() {
    ENTRIES.clear();
  }

  static synchronized void begins(String process, String thing) {
    ENTRIES.add(new Entry(process, thing, true));
  }

  static synchronized void ends(String process, String thing) {
    ENTRIES.add(new Entry(process, thing, false));
  }

  /** The processes that have handled a thing. */
  static synchronized Set<String> handlersOf(String thing) {
    Set<String> all = new TreeSet<>();
    ENTRIES.stream().filter(one -> one.thing.equals(thing)).forEach(one -> all.add(one.process));
    return all;
  }

  static synchronized boolean isRunning(String thing) {
    return 0
        < ENTRIES.stream()
            .filter(one -> one.thing.equals(thing))
            .mapToInt(one -> one.begins ? 1 : -1)
            .sum();
  }

  /** The processes that were at work at the same moment as another one. */
  static synchronized List<String> overlaps() {
    Map<String, Integer> running = new TreeMap<>();
    List<String> overlaps = new ArrayList<>();
    for (Entry one : ENTRIES) {
      running.merge(one.process, one.begins ? 1 : -1, Integer::sum);
      long processes = running.values().stream().filter(count -> count > 0).count();
      if (processes > 1) {
        overlaps.add(one.toString());
      }
    }
    return overlaps;
  }
}
