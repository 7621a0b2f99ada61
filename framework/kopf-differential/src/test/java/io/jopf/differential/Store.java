package io.jopf.differential;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A storage service far away: a directory beside the trace, the same as for Kopf. */
@Singleton
class Store {

  private final Path directory;

  Store(@Value("${trace}") String trace) {
    directory = of(Path.of(trace));
  }

  private static Path of(Path trace) {
    return trace.resolveSibling("store");
  }

  /** What was asked of the service so far. */
  static List<String> log(Trace trace) {
    try {
      Path log = of(trace.file()).resolve("log");
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets everything. */
  static void clear(Trace trace) {
    try {
      Path store = of(trace.file());
      if (Files.exists(store)) {
        try (var files = Files.list(store)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it could be done; the first time it never can. */
  boolean make(String name, int size) {
    if (!Files.exists(directory.resolve(name + ".asked"))) {
      write(name + ".asked", "");
      return false;
    }
    write(name, String.valueOf(size));
    log("make %s %d".formatted(name, size));
    return true;
  }

  void resize(String name, int size) {
    write(name, String.valueOf(size));
    log("resize %s %d".formatted(name, size));
  }

  void grant(String name, String user) {
    log("grant %s %s".formatted(name, user));
  }

  int used(String name) {
    try {
      Path file = directory.resolve(name);
      return Files.exists(file) ? Integer.parseInt(Files.readString(file)) / 2 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop(String name) {
    log("drop " + name);
  }

  private void log(String what) {
    write("log", what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void write(String file, String text, StandardOpenOption... options) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(file), text, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
