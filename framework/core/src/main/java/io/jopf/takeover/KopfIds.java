package io.jopf.takeover;

import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Options;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which handlers of Kopf a handler goes on with. */
final class KopfIds {

  private final Map<String, List<String>> told = new TreeMap<>();

  /**
   * Reads the setting.
   *
   * @param pairs {@code kopf-id=id} each; null for none
   * @throws IllegalArgumentException if one is something else
   */
  KopfIds(@Nullable List<String> pairs) {
    for (String pair : pairs == null ? List.<String>of() : pairs) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new IllegalArgumentException(
            "jopf.takeover.kopf.handlers says '" + pair + "', which is not 'kopf-id=id'");
      }
      String id = pair.substring(equals + 1).strip();
      told.computeIfAbsent(id, key -> new ArrayList<>()).add(pair.substring(0, equals).strip());
    }
  }

  /** Kopf's ids by ours, as the setting says. */
  Map<String, List<String>> told() {
    return told;
  }

  /**
   * The ids that Kopf may have called a handler by: what the setting says, the same, the same as
   * Python writes it, each also as a handler of its field.
   */
  Set<String> of(HandlerSpec handler) {
    Set<String> ids = new LinkedHashSet<>(told.getOrDefault(handler.id(), List.of()));
    List<String> names = List.of(handler.id(), snakeCase(handler.id()));
    ids.addAll(names);
    for (Options options : handler.reasons().values()) {
      if (!options.field().isEmpty() && !handler.id().contains("/")) {
        names.forEach(name -> ids.add(name + "/" + String.join(".", options.field())));
      }
    }
    return ids;
  }

  /** What follows a slash is a field of the object. */
  private static String snakeCase(String id) {
    int slash = id.indexOf('/');
    String name = slash < 0 ? id : id.substring(0, slash);
    String field = slash < 0 ? "" : id.substring(slash);
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT) + field;
  }
}
