package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values that may be absent; blank text counts as absent. */
final class Values {

  private Values() {}

  static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::trim).filter(s -> !s.isEmpty());
  }

  static Optional<String> text(@Nullable IntOrString value) {
    return Optional.ofNullable(value)
        .map(IntOrString::getValue)
        .map(String::valueOf)
        .flatMap(Values::text);
  }

  static <T> Optional<String> first(
      @Nullable T preferred, @Nullable T fallback, Function<T, @Nullable String> field) {
    return read(preferred, field)
        .flatMap(Values::text)
        .or(() -> read(fallback, field).flatMap(Values::text));
  }

  static <T, V> Optional<V> read(@Nullable T from, Function<T, @Nullable V> field) {
    return from == null ? Optional.empty() : Optional.ofNullable(field.apply(from));
  }
}
