package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
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

/** What a chain needs around it. */
final class Stage {

  private Stage() {}

  /** Creates the definitions in a file and waits until they are served. */
  static void define(KubernetesClient client, Path crds) {
    try (InputStream yaml = Files.newInputStream(crds)) {
      List<HasMetadata> definitions = client.load(yaml).items();
      client.resourceList(definitions).serverSideApply();
      for (HasMetadata definition : definitions) {
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName(definition.getMetadata().getName())
            .waitUntilCondition(Stage::isServed, 30, TimeUnit.SECONDS);
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

  /** A new namespace. */
  static void namespace(KubernetesClient client, String name) {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }
}
