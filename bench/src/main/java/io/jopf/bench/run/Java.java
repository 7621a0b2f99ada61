package io.jopf.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JDK that runs a main class in a process of its own and takes the figures that it prints. */
public final class Java {

  private final Path directory;
  private final String executable;

  /** The JDK in that directory. */
  public Java(Path home) {
    this.directory = home.resolve("bin");
    this.executable = directory.resolve("java").toString();
  }

  /** The JDK that runs this. */
  public static Java same() {
    return new Java(Path.of(System.getProperty("java.home")));
  }

  /** Where its commands are. */
  public Path directory() {
    return directory;
  }

  /** A command line that runs the class with 256 MB of heap. */
  public List<String> command(String classPath, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable);
    command.addAll(List.of("-Xmx256m", "-cp", classPath, main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** A command line that runs a jar. */
  public List<String> command(List<String> flags, Path jar) {
    List<String> command = new ArrayList<>(List.of(executable));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  /**
   * Waits for a process whose output is lines of {@code metric value}.
   *
   * @throws IllegalStateException if it fails or takes longer than that
   */
  public static Map<String, Double> figures(Child child, Path output, int seconds) {
    int code = child.await(seconds);
    List<String> lines;
    try {
      lines = Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ": " + String.join("\n", lines));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      // anything else is a warning of the JVM or a library
      if (words.length == 2 && words[1].matches("-?[0-9.]+|Infinity")) {
        figures.put(words[0], Double.parseDouble(words[1]));
      }
    }
    return figures;
  }
}
