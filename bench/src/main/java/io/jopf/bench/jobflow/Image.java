package io.jopf.bench.jobflow;

import io.jopf.bench.run.Child;
import io.jopf.bench.run.Jars;
import io.jopf.bench.run.Java;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is in the operator's image: its jar, the options of its JVM and, from Java 25 on, the AOT
 * cache that is made of both while the image is built.
 */
final class Image {

  private static final int FIRST_WITH_CACHE = 25;
  private static final int PATIENCE = 120;

  private final Path jar;
  private final List<String> flags;

  private Image(Path jar, List<String> flags) {
    this.jar = jar;
    this.flags = flags;
  }

  /**
   * Makes one.
   *
   * @param options of the JVM
   * @param train the script that makes the cache
   */
  static Image make(Path operator, Path options, Path train, Path work) {
    try {
      Path directory = Files.createDirectories(work.resolve("image"));
      Path jar = Jars.copy(operator, directory, "operator.jar");
      Path own = copy(options, directory.resolve("java-options"));
      if (Runtime.version().feature() < FIRST_WITH_CACHE) {
        return new Image(jar, List.of("@" + own));
      }
      Path script = copy(train, directory.resolve("train"));
      Map<String, String> path =
          Map.of("PATH", Java.same().directory() + ":" + System.getenv("PATH"));
      Path log = directory.resolve("train.log");
      try (Child training = Child.start(List.of("bash", script.toString()), path, log)) {
        if (training.await(PATIENCE) != 0) {
          throw new IllegalStateException("no AOT cache: " + Files.readString(log));
        }
      }
      // on: it does not start without the cache
      String cache = "-XX:AOTCache=" + directory.resolve("operator.aot");
      return new Image(jar, List.of("@" + own, cache, "-XX:AOTMode=on"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is an AOT cache. */
  boolean isTrained() {
    return flags.size() > 1;
  }

  private static Path copy(Path file, Path to) throws IOException {
    return Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A command line that runs it with that much heap at most. */
  List<String> command(int heapMb) {
    // the last option that speaks of the heap counts
    List<String> all = new ArrayList<>(flags);
    all.add("-Xmx" + heapMb + "m");
    return Java.same().command(all, jar);
  }
}
