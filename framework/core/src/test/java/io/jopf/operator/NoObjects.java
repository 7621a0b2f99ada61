package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.intake.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kind of which there is nothing. */
final class NoObjects implements Objects {

  @Override
  public @Nullable GenericKubernetesResource get(ObjectKey key) {
    return null;
  }

  @Override
  public Stream<ObjectKey> keys() {
    return Stream.of();
  }
}
