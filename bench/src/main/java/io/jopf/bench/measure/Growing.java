package io.jopf.bench.measure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file that grows while it is read. */
public final class Growing {
  private static final long PORTION = 1 << 24;

  private final Path file;
  private long position;

  /** To be read from its beginning. */
  public Growing(Path file) {
    this.file = file;
  }

  /**
   * The lines that are new since the last call. Whole ones only; the rest comes with the next call.
   *
   * @throws IllegalStateException if the file is shorter than it was
   */
  public Stream<String> lines() {
    return Stream.iterate(portion(), text -> !text.isEmpty(), text -> portion())
        .flatMap(String::lines);
  }

  /** Some of them, so that what has grown much is not all in memory. */
  private String portion() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long fresh = log.length() - position;
      if (fresh < 0) {
        throw new IllegalStateException(
            file + " was begun anew; what it held before is not counted");
      }
      byte[] bytes = new byte[(int) Math.min(fresh, PORTION)];
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
