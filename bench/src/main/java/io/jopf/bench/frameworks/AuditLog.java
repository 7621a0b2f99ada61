package io.jopf.bench.frameworks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what one user has asked the API server for. */
final class AuditLog {

  private static final Pattern VERB = Pattern.compile("\"verb\":\"(\\w+)\"");

  private final Path file;
  private final String user;
  private long position;

  AuditLog(Path file, String user) {
    this.file = file;
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
    for (String line : fresh().lines().toList()) {
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

  /** Whole lines only; the rest comes with the next call. */
  private String fresh() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(log.length() - position)];
      log.seek(position);
      log.readFully(bytes);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      position += end;
      return new String(bytes, 0, end, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
