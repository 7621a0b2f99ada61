package io.jopf.differential;

import io.jopf.annotation.OnField;
import io.jopf.cause.EssenceFields;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of the status that handlers name. */
final class WatchedFields {

  private WatchedFields() {}

  static EssenceFields of(Class<?> handlers) {
    Set<List<String>> paths = new HashSet<>();
    for (Method method : handlers.getDeclaredMethods()) {
      for (OnField one : method.getAnnotationsByType(OnField.class)) {
        if (one.field().startsWith("status.")) {
          paths.add(List.of(one.field().split("\\.", -1)));
        }
      }
    }
    return new EssenceFields(paths, Set.of());
  }
}
