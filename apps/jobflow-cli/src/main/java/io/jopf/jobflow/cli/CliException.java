package io.jopf.jobflow.cli;

/** Something that cannot be done, in words for whoever asked for it. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CliException(String message) {
    super(message);
  }

  CliException(String message, Throwable cause) {
    super(message, cause);
  }
}
