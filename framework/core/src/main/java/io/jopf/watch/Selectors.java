package io.jopf.watch;

import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;

/** Asks for no more than what selectors choose. */
final class Selectors {

  private Selectors() {}

  /**
   * The objects that both selectors choose.
   *
   * @param labels a label selector; empty: all
   * @param fields a field selector; empty: all
   */
  static <T, L, R> FilterWatchListDeletable<T, L, R> apply(
      FilterWatchListDeletable<T, L, R> all, String labels, String fields) {
    FilterWatchListDeletable<T, L, R> some = labels.isEmpty() ? all : all.withLabelSelector(labels);
    for (String part : fields.isEmpty() ? new String[0] : fields.split(",", -1)) {
      int sign = part.indexOf('=');
      boolean not = sign > 0 && part.charAt(sign - 1) == '!';
      String field = part.substring(0, not ? sign - 1 : sign).strip();
      String value = part.substring(part.startsWith("==", sign) ? sign + 2 : sign + 1).strip();
      some = not ? some.withoutField(field, value) : some.withField(field, value);
    }
    return some;
  }
}
