package io.jopf.jobflow.lint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;

/**
 * Something that was found.
 *
 * @param severity how bad it is
 * @param rule a stable word for programs, such as {@code unknown-field}
 * @param file as it was given
 * @param line from 1
 * @param column from 1
 * @param object kind and name, as {@code JobFlow/nightly}; empty if the text is no YAML
 * @param path the field it is about, as {@code spec.flows[0].name}
 * @param message for people
 */
public record Finding(
    Severity severity,
    String rule,
    String file,
    int line,
    int column,
    String object,
    String path,
    String message) {

  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::message);

  /** Whether it is an error. */
  @JsonIgnore
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line, as compilers write it. */
  public String text() {
    return file + ":" + line + ":" + column + ": " + severity.text() + ": " + message;
  }
}
