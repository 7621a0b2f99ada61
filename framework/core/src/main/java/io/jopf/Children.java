package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Writes the objects that belong to the handled one. Every child gets it as its controller, so that
 * it goes when the parent goes, and lands in the parent's namespace.
 *
 * <p>Several threads may use it, also after the call, for as long as this process leads.
 *
 * <p>Guarantees: an object of the same name that the parent does not control is never touched;
 * nothing is written when nothing differs. With {@code @Owns(prune = true)} children that a handler
 * has applied before and does not apply any more go once it has succeeded. Errors: {@link
 * ForeignObjectException} for such an object, {@link PermanentException} for one in a namespace
 * where it could not be a child, or one that was read and lacks {@code omittedFields}; the client's
 * own exception for a refused write. Children come back without {@code omittedFields}, as they are
 * kept.
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
   * {@link #apply} for a handler that has no use for the answer, which is then not turned into an
   * object of the child's class: several times cheaper where nothing differs.
   *
   * @param desired as for {@link #apply}
   */
  void ensure(HasMetadata desired);

  /**
   * {@link #ensure(HasMetadata)} of all children that follow from a cause and from nothing else. As
   * long as the handler comes with an equal cause and none of them has changed but in its status,
   * they are not even made. One cause for each handler and object: what else it wants goes through
   * the other methods. Children of kinds that are not owned are made and compared each time.
   *
   * @param cause with equality by value, such as a record; kept until there is another one
   * @param desired makes them; called in the calling thread, or not at all
   */
  default void ensure(Object cause, Supplier<? extends Collection<? extends HasMetadata>> desired) {
    desired.get().forEach(this::ensure);
  }

  /**
   * {@link #apply} of a child that another operator has made for the same parent: what its maker,
   * or anybody who has written to more than its metadata, has set and we do not ask for goes too.
   * Reads the child first, so it is for the moment of taking over.
   *
   * @param desired as for {@link #apply}
   * @return the child as it now is
   * @throws TemporaryException if the child has changed meanwhile
   */
  <T extends HasMetadata> T takeOver(T desired);

  /**
   * Creates the child unless it is there; never changes it afterwards. For kinds that cannot
   * change, such as Jobs.
   *
   * @return the child as it now is
   */
  <T extends HasMetadata> T create(T desired);

  /**
   * A copy that belongs to the handled object, for a handler that writes it by other means: with it
   * as the controller, and with its namespace, its labels and, for want of any, a name that begins
   * with its name, as far as the object does not say otherwise.
   *
   * @throws PermanentException if the object cannot be its child
   */
  <T extends HasMetadata> T adopt(T object);

  /** Deletes the child if it is there and ours; its own children go in the background. */
  void delete(HasMetadata child);

  /**
   * What this call of the handler has created and changed so far, so that users can be told;
   * deletions do not count.
   */
  Written written();

  /**
   * Numbers of children.
   *
   * @param created those that were not there
   * @param changed those that were not as they should be
   */
  record Written(int created, int changed) {

    /** Everything was as it should be. */
    public static final Written NOTHING = new Written(0, 0);
  }
}
