package io.jopf.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.jopf.client.ResourceKind;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    return uid.equals(controllerUid(object));
  }

  /**
   * Whether a reference is to an object of this kind, in whatever version: a reference keeps the
   * version in which it was written when the kind is served in another one.
   */
  public static boolean isOf(OwnerReference owner, ResourceKind kind) {
    return kind.kind().equals(owner.getKind()) && kind.group().equals(group(owner.getApiVersion()));
  }

  /** Whether a reference is to something of the same kind as an object, in whatever version. */
  public static boolean isOf(OwnerReference owner, HasMetadata object) {
    return Objects.equals(owner.getKind(), object.getKind())
        && group(owner.getApiVersion()).equals(group(object.getApiVersion()));
  }

  private static String group(@Nullable String apiVersion) {
    String text = apiVersion == null ? "" : apiVersion;
    return text.substring(0, Math.max(0, text.indexOf('/')));
  }

  static @Nullable String controllerUid(HasMetadata object) {
    return controllerOf(object).map(OwnerReference::getUid).orElse(null);
  }
}
