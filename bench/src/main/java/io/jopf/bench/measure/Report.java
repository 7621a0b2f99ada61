package io.jopf.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints tables and keeps them as files in one directory. */
public final class Report {

  private final Path directory;
  private final StringBuilder text = new StringBuilder();

  /** Into that directory, which is made when it is absent. */
  public Report(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line between tables. */
  public void line(String line) {
    System.out.println(line);
    text.append(line).append('\n');
  }

  /** A table to read, also kept as {@code name.csv}. */
  public void table(String name, Table table) {
    line("");
    line(table.text());
    keep(name, table);
  }

  /** A table that nobody reads, kept as {@code name.csv}. */
  public void keep(String name, Table table) {
    write(name + ".csv", table.csv());
  }

  /** Writes what was printed as {@code name.txt}. */
  public void close(String name) {
    write(name + ".txt", text.toString());
    System.out.println("kept in " + directory);
  }

  private void write(String file, String content) {
    try {
      Files.writeString(directory.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
