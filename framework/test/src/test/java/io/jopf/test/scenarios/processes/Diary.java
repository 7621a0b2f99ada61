package io.jopf.test.scenarios.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What several processes did, in its order: each appends whole lines to one file, before it begins
 * something and after it has ended.
 */
record Diary(Path file) {

  static final String FILE = "DIARY";
  static final String WHO = "WHO";
  static final String BEGINS = "begins";
  static final String ENDS = "ends";
  static final String KILLED = "killed";

  /** One line. */
  record Entry(Instant at, String who, String act, String what) {

    private static Entry of(String line) {
      String[] words = line.split(" ", 4);
      return new Entry(Instant.parse(words[0]), words[1], words[2], words[3]);
    }
  }

  void note(String who, String act, String what) {
    String line = String.join(" ", Instant.now().toString(), who, act, what) + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Entry> entries() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(Entry::of).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Entry> select(Predicate<Entry> wanted) {
    return entries().stream().filter(wanted).toList();
  }

  List<Entry> of(String act, String what) {
    return select(entry -> entry.act.equals(act) && entry.what.equals(what));
  }

  /** Who began something last, but not before somebody was killed; empty if nobody has yet. */
  String actor() {
    String who = "";
    for (Entry entry : entries()) {
      if (entry.act.equals(KILLED)) {
        who = "";
      } else if (entry.act.equals(BEGINS)) {
        who = entry.who;
      }
    }
    return who;
  }

  List<String> actors() {
    return entries().stream()
        .filter(entry -> entry.act.equals(BEGINS))
        .map(Entry::who)
        .distinct()
        .toList();
  }

  /** What was begun while another process was at something. */
  List<Entry> overlaps() {
    Map<String, Integer> running = new TreeMap<>();
    List<Entry> overlaps = new ArrayList<>();
    for (Entry entry : entries()) {
      switch (entry.act) {
        case BEGINS -> {
          running.merge(entry.who, 1, Integer::sum);
          if (running.values().stream().filter(count -> count > 0).count() > 1) {
            overlaps.add(entry);
          }
        }
        case ENDS -> running.merge(entry.who, -1, Integer::sum);
        case KILLED -> running.remove(entry.who);
        default -> {}
      }
    }
    return overlaps;
  }
}
