package io.jopf.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An HTTP client with all it needs.
 *
 * @param name as the tables call it; ends in -http1 if it is to do without HTTP/2
 * @param classPath jars, separated by colons
 */
record Stack(String name, String classPath) {

  private static final String HTTP1 = "-http1";

  /** What is in {@code name.class-path} in that directory. */
  static Stack read(Path directory, String name) {
    String file = name.replace(HTTP1, "") + ".class-path";
    try {
      return new Stack(name, Files.readString(directory.resolve(file)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it does without HTTP/2. */
  boolean http1() {
    return name.endsWith(HTTP1);
  }

  /** The jars that this client adds to the Kubernetes client. */
  List<Path> added() {
    return jars().filter(jar -> !isBase(jar)).toList();
  }

  /** The jars it adds to an application that serves HTTP with Netty anyway. */
  List<Path> addedBesideNetty() {
    return added().stream().filter(jar -> !fileName(jar).startsWith("netty-")).toList();
  }

  static double megabytes(List<Path> jars) {
    return jars.stream().mapToLong(jar -> jar.toFile().length()).sum() / (1024.0 * 1024);
  }

  /** What every one of them has, whatever the version: the client itself, its models, Jackson. */
  private static boolean isBase(Path jar) {
    String name = fileName(jar);
    return Stream.of(
            "kubernetes-client",
            "kubernetes-model",
            "jackson-",
            "slf4j-",
            "snakeyaml",
            "zjsonpatch")
        .anyMatch(name::startsWith);
  }

  private static String fileName(Path jar) {
    return String.valueOf(jar.getFileName());
  }

  private Stream<Path> jars() {
    return Arrays.stream(classPath.split(":", -1)).map(Path::of);
  }
}
