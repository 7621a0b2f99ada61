package io.jopf.demo.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.demo.DemoException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the objects in a file. */
public final class Manifests {

  private Manifests() {}

  /** The objects of one YAML file, in its order. */
  public static List<HasMetadata> read(KubernetesClient client, Path file) {
    try (InputStream text = Files.newInputStream(file)) {
      return client.load(text).items();
    } catch (IOException | RuntimeException e) {
      throw new DemoException("cannot read " + file + ": " + Reasons.of(e), e);
    }
  }
}
