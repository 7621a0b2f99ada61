package io.jopf.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Kopf, installed at its first use. */
final class KopfInstallation {

  private static final int IMPOSSIBLE = 3;

  private static @Nullable Path directory;

  private KopfInstallation() {}

  /**
   * The module of this test.
   *
   * @param path relative to it
   */
  static Path module(String path) {
    return Path.of(System.getProperty("jopf.root", "../.."), "framework/kopf-differential", path)
        .toAbsolutePath();
  }

  /**
   * The program {@code kopf}.
   *
   * @throws TestAbortedException if it cannot be installed on this machine
   */
  static synchronized Path program() {
    if (directory == null) {
      directory = install();
    }
    return directory.resolve("bin/kopf");
  }

  private static Path install() {
    try {
      Process script = new ProcessBuilder(module("install-kopf").toString()).start();
      String path;
      String errors;
      try (BufferedReader output = script.inputReader(StandardCharsets.UTF_8);
          BufferedReader said = script.errorReader(StandardCharsets.UTF_8)) {
        path = output.readLine();
        errors = String.join("\n", said.lines().toList());
      }
      int code = script.waitFor();
      if (code == IMPOSSIBLE) {
        System.err.println("tests against Kopf are skipped: " + errors);
        throw new TestAbortedException(errors);
      }
      if (code != 0 || path == null) {
        throw new IllegalStateException("install-kopf failed: " + errors);
      }
      return Path.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kopf was installed", e);
    }
  }
}
