package io.jopf.jupyter;

/** Another notebook has the path on the same host. */
class PathTakenException extends RuntimeException {

  PathTakenException(String message) {
    super(message);
  }
}
