package io.jopf.takeover;

import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.handler.PartName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far the sub-handlers of Kopf's unfinished handlers have come, as the progress of our parts.
 * Which parts a handler has is known only when it runs, so each is kept under every name that it
 * may have here.
 */
final class KopfParts {

  private static final String LOCALS = ".<locals>.";
  private static final Pattern UNDERSCORE = Pattern.compile("(?<=[A-Za-z0-9])_([a-z0-9])");

  private final KopfObject kopf;
  private final Essence present;
  private final Map<String, HandlerRecord> records = new TreeMap<>();
  private final Set<String> found = new HashSet<>();
  private final Set<String> nameless = new HashSet<>();

  KopfParts(KopfObject kopf, Essence present) {
    this.kopf = kopf;
    this.present = present;
  }

  /**
   * Looks for those of one handler.
   *
   * @param id its id here
   * @param told Kopf's ids of the parts that the setting speaks of, by their ids here
   * @param parent its id in Kopf
   * @param subrefs Kopf's ids of its sub-handlers
   * @param reason why it runs
   */
  void take(
      String id,
      Map<String, List<String>> told,
      String parent,
      List<String> subrefs,
      Reason reason,
      Instant now) {
    for (String sub : subrefs) {
      if (sub.startsWith(parent + "/")) {
        String path = path(sub.substring(parent.length() + 1));
        if (isPath(path)) {
          take(id + "/" + path, sub, reason, now);
          take(id + "/" + camelCase(path), sub, reason, now);
          continue;
        }
      }
      nameless.add(sub);
    }
    told.forEach(
        (part, names) -> {
          if (part.startsWith(id + "/")) {
            names.forEach(name -> take(part, name, reason, now));
          }
        });
  }

  private void take(String part, String sub, Reason reason, Instant now) {
    kopf.record(sub)
        .ifPresent(
            record -> {
              records.put(part, record.toOurs(reason, present.hash(), now));
              found.add(sub);
            });
  }

  /** Kopf calls a function within a function by the names of both. */
  private static String path(String sub) {
    StringBuilder path = new StringBuilder();
    for (String name : sub.split("/", -1)) {
      int locals = name.lastIndexOf(LOCALS);
      path.append(path.isEmpty() ? "" : "/");
      path.append(locals < 0 ? name : name.substring(locals + LOCALS.length()));
    }
    return path.toString();
  }

  private static boolean isPath(String path) {
    for (String name : path.split("/", -1)) {
      if (!PartName.isValid(name)) {
        return false;
      }
    }
    return true;
  }

  private static String camelCase(String path) {
    return UNDERSCORE.matcher(path).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** Our parts. */
  Map<String, HandlerRecord> records() {
    return records;
  }

  /** Kopf's ids of those that go on. */
  Set<String> found() {
    return found;
  }

  /** Kopf's ids of those that no part here can be called by. */
  Set<String> lost() {
    Set<String> lost = new HashSet<>(nameless);
    lost.removeAll(found);
    return lost;
  }
}
