package io.jopf.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One line on when and where something was measured. */
public final class Machine {

  private Machine() {}

  /** Date, processor, memory, JDK and how busy the machine is. */
  public static String line() {
    String now =
        LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    return now
        + " UTC, "
        + Runtime.getRuntime().availableProcessors()
        + " cores"
        + named("/proc/cpuinfo", "model name")
        + named("/proc/meminfo", "MemTotal")
        + ", JDK "
        + Runtime.version()
        + ", load "
        + load();
  }

  /** What a file of Linux has under a name; nothing if it has not. */
  private static String named(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many threads wanted to run: over 1, 5 and 15 minutes. */
  public static String load() {
    try {
      String[] words = Files.readString(Path.of("/proc/loadavg")).split(" ", 4);
      return words[0] + " " + words[1] + " " + words[2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
