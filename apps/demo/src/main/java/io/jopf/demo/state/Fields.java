package io.jopf.demo.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads untyped objects; what has another shape than expected is absent. */
final class Fields {

  private Fields() {}

  static Optional<Object> at(Object object, String... path) {
    Optional<Object> found = Optional.of(object);
    for (String name : path) {
      found = found.flatMap(o -> o instanceof Map<?, ?> map ? value(map, name) : Optional.empty());
    }
    return found;
  }

  private static Optional<Object> value(Map<?, ?> map, String name) {
    return Optional.ofNullable(map.get(name));
  }

  static Optional<String> text(Object object, String... path) {
    return at(object, path).map(Object::toString);
  }

  static List<?> list(Object object, String... path) {
    return at(object, path).map(o -> o instanceof List<?> list ? list : null).orElse(List.of());
  }

  static List<String> texts(Object object, String... path) {
    return list(object, path).stream().map(Object::toString).toList();
  }
}
