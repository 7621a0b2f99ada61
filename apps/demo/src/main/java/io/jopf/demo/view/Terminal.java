package io.jopf.demo.view;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What standard output is connected to. */
final class Terminal {

  private static final Pattern SIZE = Pattern.compile("\\s*([1-9]\\d*) ([1-9]\\d*)\\s*");

  private Terminal() {}

  /** Whether frames can be drawn. */
  static boolean isInteractive(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb")
        && isTerminal();
  }

  /** Java's own way asks about standard input as well. */
  private static boolean isTerminal() {
    try {
      Process test = new ProcessBuilder("test", "-t", "1").redirectOutput(Redirect.INHERIT).start();
      return test.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Standard output in UTF-8, written when flushed. */
  static PrintStream output() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
  }

  static Symbols symbols(Map<String, String> environment) {
    boolean unicode =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .map(value -> value.toUpperCase(Locale.ROOT).matches(".*UTF-?8.*"))
            .orElse(false);
    return unicode ? Symbols.UNICODE : Symbols.ASCII;
  }

  /** The size now. */
  static Size size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(Redirect.DISCARD)
              .start();
      return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return Size.USUAL;
    }
  }

  /** Reads what stty prints: rows and columns. */
  static Size parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    return matcher.matches()
        ? new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : Size.USUAL;
  }
}
