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
    try {
      return Files.copy(
          jar,
          directory.resolve(String.valueOf(jar.getFileName())),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
