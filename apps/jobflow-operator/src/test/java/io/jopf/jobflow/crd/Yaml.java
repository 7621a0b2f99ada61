package io.jopf.jobflow.crd;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the YAML files of the repository. */
public final class Yaml {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Yaml() {}

  /** A path below the root of the repository. */
  public static Path repository(String path) {
    return Path.of(System.getProperty("jopf.root", "../.."), path);
  }

  /** All documents of a file. */
  public static List<JsonNode> documents(Path file) {
    try {
      return documents(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All documents of a text. */
  static List<JsonNode> documents(String text) {
    List<JsonNode> documents = new ArrayList<>();
    new Load(LoadSettings.builder().setCodePointLimit(1 << 24).build())
        .loadAllFromString(text)
        .forEach(document -> documents.add(MAPPER.valueToTree(document)));
    return documents;
  }

  /** All YAML files below a folder of the repository, sorted. */
  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(repository(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as an object of the class; properties the class does not know are an error. */
  public static <T> T as(JsonNode document, Class<T> type) {
    return MAPPER.convertValue(document, type);
  }

  /** The tree of an object. */
  public static JsonNode tree(Object object) {
    return MAPPER.convertValue(object, new TypeReference<>() {});
  }
}
