package io.jopf.jobflow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what arguments name. */
final class Inputs {

  private Inputs() {}

  /**
   * The texts of files, of all YAML and JSON files below folders, and of the standard input for a
   * dash.
   *
   * @throws CliException if one is not there, or is no text
   */
  static Map<String, String> read(List<String> names, InputStream in) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      try {
        if (name.equals("-")) {
          texts.put("stdin", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } else if (Files.isDirectory(Path.of(name))) {
          for (Path file : below(Path.of(name))) {
            texts.put(file.toString(), Files.readString(file));
          }
        } else if (Files.isReadable(Path.of(name))) {
          texts.put(name, Files.readString(Path.of(name)));
        } else {
          throw new CliException("there is no file " + name);
        }
      } catch (MalformedInputException e) {
        throw new CliException(name + " is no text in UTF-8", e);
      } catch (IOException e) {
        throw new CliException(name + " cannot be read: " + e.getMessage(), e);
      }
    }
    return texts;
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
