package io.jopf;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Says which handled objects a change of a watched one concerns. Must be quick: no calls. */
public interface ResourceMapper {

  /**
   * Maps a change.
   *
   * @param changed the watched object as it is now, or as it last was when deleted
   * @param handled the handled objects known at present
   * @return the keys to look at again
   */
  Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled);

  /** Everything in the same namespace, or everything when the watched kind has none. */
  @Singleton
  final class SameNamespace implements ResourceMapper {
    @Override
    public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
      String namespace = changed.getMetadata().getNamespace();
      return namespace == null ? handled : handled.filter(key -> key.namespace().equals(namespace));
    }
  }
}
