package io.jopf.jupyter.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts that run in the container; they are part of the operator's jar. */
final class Scripts {

  private Scripts() {}

  static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(Scripts.class.getResourceAsStream("/container/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
