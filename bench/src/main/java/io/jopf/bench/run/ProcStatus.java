package io.jopf.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux says of a process.
 *
 * @param residentKb memory in RAM now
 * @param anonymousKb of this what is no page of a file, and cannot be given back
 * @param peakKb the most that ever was in RAM
 * @param threads platform threads
 */
public record ProcStatus(long residentKb, long anonymousKb, long peakKb, long threads) {

  /** Of a living process. */
  public static ProcStatus of(long pid) {
    Path file = Path.of("/proc/" + pid + "/status");
    try {
      List<String> lines = Files.readAllLines(file);
      return new ProcStatus(
          value(lines, "VmRSS:"),
          value(lines, "RssAnon:"),
          value(lines, "VmHWM:"),
          value(lines, "Threads:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In megabytes of 2^20 bytes. */
  public double residentMb() {
    return residentKb / 1024.0;
  }

  /** In megabytes of 2^20 bytes. */
  public double anonymousMb() {
    return anonymousKb / 1024.0;
  }

  /** In megabytes of 2^20 bytes. */
  public double peakMb() {
    return peakKb / 1024.0;
  }

  private static long value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in /proc/.../status"));
  }
}
