package io.jopf.bench.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK.
 *
 * @param version the feature release, such as 17
 * @param home where it is
 */
record Jdk(int version, Path home) {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /** The JDK in that directory. */
  static Jdk in(Path home) {
    try {
      Matcher matcher = VERSION.matcher(Files.readString(home.resolve("release")));
      if (!matcher.find()) {
        throw new IllegalArgumentException("no version in " + home.resolve("release"));
      }
      return new Jdk(Integer.parseInt(matcher.group(1)), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
