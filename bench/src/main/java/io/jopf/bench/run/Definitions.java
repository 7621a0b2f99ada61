package io.jopf.bench.run;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Custom resource definitions. */
public final class Definitions {

  private Definitions() {}

  /** Creates the definitions in a file and waits until they are served. */
  public static void apply(KubernetesClient client, Path crds) {
    try (InputStream yaml = Files.newInputStream(crds)) {
      List<HasMetadata> definitions = client.load(yaml).items();
      client.resourceList(definitions).serverSideApply();
      for (HasMetadata definition : definitions) {
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName(definition.getMetadata().getName())
            .waitUntilCondition(Definitions::isServed, 30, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isServed(@Nullable CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions() != null // the server sends null at first
        && definition.getStatus().getConditions().stream()
            .anyMatch(condition -> condition.getType().equals("Established"));
  }
}
