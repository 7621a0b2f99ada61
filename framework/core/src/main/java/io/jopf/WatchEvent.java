package io.jopf;

/**
 * What the watch has told about an object.
 *
 * @param type what happened
 * @param initial whether the object was found when the operator began to look, rather than changed
 *     since; always ADDED
 */
public record WatchEvent(Type type, boolean initial) {

  /** What happened. */
  public enum Type {
    /** It is new to the operator. */
    ADDED,
    /** It has changed, in whatever way. */
    MODIFIED,
    /** It is gone; the handler gets its last known state. */
    DELETED
  }
}
