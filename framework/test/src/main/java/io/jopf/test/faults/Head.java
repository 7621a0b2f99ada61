package io.jopf.test.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first line and the header fields of an HTTP/1.1 message. */
final class Head {

  private final List<String> lines;

  private Head(List<String> lines) {
    this.lines = lines;
  }

  /** The next head; null at the end of the stream. */
  static @Nullable Head read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); line != null; line = line(in)) {
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        return new Head(lines);
      }
    }
    if (!lines.isEmpty()) {
      throw new EOFException("in a head");
    }
    return null;
  }

  /** A line without its end; null at the end of the stream. */
  static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return null;
  }

  private String word(int number) {
    return lines.get(0).split(" ", 3)[number];
  }

  String method() {
    return word(0);
  }

  String target() {
    return word(1);
  }

  int code() {
    return Integer.parseInt(word(1));
  }

  /** A field's value; empty where there is none. */
  String field(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).trim())
        .findFirst()
        .orElse("");
  }

  boolean says(String name, String value) {
    return field(name).toLowerCase(Locale.ROOT).contains(value);
  }

  void remove(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    lines
        .subList(1, lines.size())
        .removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(start));
  }

  void set(String name, String value) {
    remove(name);
    lines.add(name + ": " + value);
  }

  byte[] bytes() {
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
