package io.jopf.test.scenarios.watched;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;

/** A palette says by a label which thing it is for. */
@Singleton
class PaletteMapper implements ResourceMapper {

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    Map<String, String> labels = changed.getMetadata().getLabels();
    return labels == null
        ? Stream.of()
        : handled.filter(key -> key.name().equals(labels.get("for")));
  }
}
