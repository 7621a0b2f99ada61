package io.jopf.bench.frameworks;

import io.jopf.bench.measure.Growing;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what one user has asked the API server for. */
final class AuditLog {

  private static final Pattern VERB = Pattern.compile("\"verb\":\"(\\w+)\"");

  private final Growing log;
  private final String user;

  AuditLog(Path file, String user) {
    this.log = new Growing(file);
    this.user = "\"user\":{\"username\":\"" + user + "\"";
  }

  /**
   * What was asked for since the last call of this.
   *
   * @param calls requests other than lists and watches
   * @param writes those that change something
   */
  record Count(int calls, int writes) {}

  Count next() {
    int calls = 0;
    int writes = 0;
    for (String line : log.lines().toList()) {
      Matcher verb = VERB.matcher(line);
      // leases are not part of handling an object
      if (line.contains(user) && !line.contains("\"resource\":\"leases\"") && verb.find()) {
        switch (verb.group(1)) {
          case "create", "update", "patch", "delete" -> {
            calls++;
            writes++;
          }
          case "get" -> calls += line.contains("\"objectRef\"") ? 1 : 0;
          default -> {}
        }
      }
    }
    return new Count(calls, writes);
  }
}
