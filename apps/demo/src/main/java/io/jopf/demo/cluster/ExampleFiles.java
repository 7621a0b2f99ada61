package io.jopf.demo.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.demo.DemoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the example files. */
public final class ExampleFiles {

  private static final String ENDING = ".yaml";

  private ExampleFiles() {}

  /** The objects by file, named from the directory on; {@code example} before its variants. */
  public static Map<String, List<HasMetadata>> read(KubernetesClient client, Path directory) {
    Map<String, List<HasMetadata>> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.map(file -> directory.relativize(file).toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted(Comparator.naturalOrder())
          .forEach(
              name -> files.put(name, Manifests.read(client, directory.resolve(name + ENDING))));
    } catch (IOException e) {
      throw new DemoException("cannot read the examples: " + e.getMessage(), e);
    }
    return files;
  }
}
