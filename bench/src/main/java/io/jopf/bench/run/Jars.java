package io.jopf.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Jars of operators. */
public final class Jars {

  private Jars() {}

  /** Copies a jar, so that a build meanwhile does not change what is measured. */
  public static Path copy(Path jar, Path directory) {
    return copy(jar, directory, String.valueOf(jar.getFileName()));
  }

  /** The same under another name. */
  public static Path copy(Path jar, Path directory, String name) {
    try {
      return Files.copy(jar, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
