package io.jopf;

/** An object of the needed name exists and is not controlled by the handled one. */
public class ForeignObjectException extends PermanentException {

  private final String kind;
  private final ObjectKey key;

  /** Names the object that is in the way. */
  public ForeignObjectException(String kind, ObjectKey key) {
    super(kind + " " + key + " exists and belongs to somebody else: rename one of the two");
    this.kind = kind;
    this.key = key;
  }

  /** Kind of the object in the way. */
  public String kind() {
    return kind;
  }

  /** Where it lives. */
  public ObjectKey key() {
    return key;
  }
}
