package io.jopf.test;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and applies YAML. */
final class Manifests {

  private static final String MANAGER = "jopf-test";

  private Manifests() {}

  static String read(Path... filesOrDirectories) {
    StringBuilder all = new StringBuilder();
    for (Path start : filesOrDirectories) {
      try (Stream<Path> files = Files.walk(start)) {
        for (Path file : files.filter(Manifests::isManifest).sorted().toList()) {
          all.append("---\n").append(Files.readString(file)).append('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  private static boolean isManifest(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file)
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  static List<HasMetadata> apply(KubernetesClient client, String yaml) {
    List<HasMetadata> applied = new ArrayList<>();
    for (HasMetadata object :
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items()) {
      HasMetadata stored =
          client.resource(object).fieldManager(MANAGER).forceConflicts().serverSideApply();
      if (stored instanceof CustomResourceDefinition definition) {
        awaitEstablished(client, definition);
      }
      applied.add(stored);
    }
    return applied;
  }

  private static void awaitEstablished(KubernetesClient client, CustomResourceDefinition crd) {
    client.resource(crd).waitUntilCondition(Manifests::isEstablished, 30, TimeUnit.SECONDS);
  }

  private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
    // a definition that was just made has a status without conditions
    return crd != null
        && crd.getStatus() != null
        && crd.getStatus().getConditions() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }
}
