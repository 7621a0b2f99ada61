package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Writes the objects that belong to the handled one. Every child gets it as its controller, so that
 * it goes when the parent goes, and lands in the parent's namespace.
 *
 * <p>Guarantees: an object of the same name that the parent does not control is never touched;
 * nothing is written when nothing differs. Errors: {@link ForeignObjectException} for such an
 * object, the client's own exception for a refused write.
 */
public interface Children {

  /**
   * Makes the child what it should be, by server-side apply under the operator's field manager:
   * created if absent, repaired where a field we want differs, left alone otherwise. Fields of
   * others survive; fields we no longer ask for go.
   *
   * @param desired the child, without owner, status or server-made fields
   * @return the child as it now is
   */
  <T extends HasMetadata> T apply(T desired);

  /**
   * Creates the child unless it is there; never changes it afterwards. For kinds that cannot
   * change, such as Jobs.
   *
   * @return the child as it now is
   */
  <T extends HasMetadata> T create(T desired);

  /** Deletes the child if it is there and ours; its own children go in the background. */
  void delete(HasMetadata child);
}
