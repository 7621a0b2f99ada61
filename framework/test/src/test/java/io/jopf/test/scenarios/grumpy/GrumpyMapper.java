package io.jopf.test.scenarios.grumpy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.ResourceMapper;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

@Singleton
class GrumpyMapper implements ResourceMapper {

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    throw new IllegalStateException("not today");
  }
}
