package io.jopf.test.faults;

/** What is asked of an API server, in the words of its authorization. */
public enum Verb {
  GET,
  LIST,
  WATCH,
  CREATE,
  UPDATE,
  PATCH,
  DELETE,
  DELETE_COLLECTION;

  /** Whether it changes something. */
  public boolean isWrite() {
    return this != GET && this != LIST && this != WATCH;
  }

  static Verb of(String method, boolean named, boolean watch) {
    return switch (method) {
      case "POST" -> CREATE;
      case "PUT" -> UPDATE;
      case "PATCH" -> PATCH;
      case "DELETE" -> named ? DELETE : DELETE_COLLECTION;
      default -> watch ? WATCH : named ? GET : LIST;
    };
  }
}
