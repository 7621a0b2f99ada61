package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, as they are now. */
public interface Objects {

  /** The object with a key; null if there is none. */
  @Nullable GenericKubernetesResource get(ObjectKey key);

  /** Where they are; some may just have gone. */
  Stream<ObjectKey> keys();
}
