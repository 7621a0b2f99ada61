package io.jopf.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/** Whose child an object is. */
public final class Owners {

  private Owners() {}

  /** The reference to the controller, of which there is at most one. */
  public static Optional<OwnerReference> controllerOf(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }

  /** Whether the object with this UID controls it. */
  public static boolean isControlledBy(HasMetadata object, String uid) {
    return controllerOf(object).filter(owner -> owner.getUid().equals(uid)).isPresent();
  }
}
