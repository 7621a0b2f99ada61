package io.jopf.jobflow.expression;

import java.util.Map;
import java.util.Optional;

/**
 * What dotted names stand for.
 *
 * @param values values by their full name, such as {@code params.DAY}
 * @param own whether {@code item} is a name, as it is in a loop
 */
public record Names(Map<String, String> values, boolean own) {

  /** Checks nothing. */
  public Names {
    values = Map.copyOf(values);
  }

  /** Whether a text looks like a name that has to mean something. */
  boolean claims(String name) {
    return name.startsWith("params.")
        || name.startsWith("steps.")
        || (own && (name.equals("item") || name.startsWith("item.")));
  }

  /** The value of a name. */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new ExpressionException("there is no " + name));
  }
}
