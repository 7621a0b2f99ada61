package io.jopf.bench.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what one user has asked the API server for, by what it is. */
public final class Audit {

  private static final Pattern REQUEST =
      Pattern.compile(
          "\"verb\":\"(\\w+)\".*\"objectRef\":\\{\"resource\":\"(\\w+)\"(?:[^}]*\"subresource\":\"(\\w+)\")?");

  private final Growing log;
  private final String user;

  /** Counts in the API server's log, one JSON object a line, from its beginning. */
  public Audit(Path file, String user) {
    this.log = new Growing(file);
    this.user = "\"user\":{\"username\":\"" + user + "\"";
  }

  /**
   * Requests between two looks.
   *
   * @param counts by verb and resource, such as {@code patch jobflows/status}
   */
  public record Counts(Map<String, Integer> counts) {

    /** How often that was asked for, such as {@code patch jobflows/status}. */
    public int of(String what) {
      return counts.getOrDefault(what, 0);
    }

    /** What changes something, but for events and leases. */
    public int writes() {
      return sum("create", "update", "patch", "delete");
    }

    /** What only reads, but for watches. */
    public int reads() {
      return sum("get", "list");
    }

    /** Events that were created or counted on. */
    public int events() {
      return of("create events") + of("patch events");
    }

    private int sum(String... verbs) {
      int sum = 0;
      for (Map.Entry<String, Integer> one : counts.entrySet()) {
        String[] words = one.getKey().split(" ", 2);
        boolean aside = words[1].equals("events") || words[1].equals("leases");
        sum += !aside && List.of(verbs).contains(words[0]) ? one.getValue() : 0;
      }
      return sum;
    }

    @Override
    public String toString() {
      return counts.toString().toLowerCase(Locale.ROOT);
    }
  }

  /** What was asked for since the last call of this. */
  public Counts next() {
    Map<String, Integer> counts = new TreeMap<>();
    log.lines().filter(line -> line.contains(user)).forEach(line -> count(line, counts));
    return new Counts(counts);
  }

  static void count(String line, Map<String, Integer> counts) {
    Matcher request = REQUEST.matcher(line);
    if (request.find()) {
      String part = request.group(3) == null ? "" : "/" + request.group(3);
      counts.merge(request.group(1) + " " + request.group(2) + part, 1, Integer::sum);
    }
  }
}
