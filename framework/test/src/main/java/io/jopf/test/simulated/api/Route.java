package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request's path and query speak of.
 *
 * @param group the API group, empty for the core one
 * @param version the version asked for
 * @param namespace the namespace, null for cluster-wide paths
 * @param plural the kind's name in paths
 * @param name the object's name, null for the collection
 * @param subresource such as {@code status}, null for the object itself
 * @param query the decoded query parameters
 */
record Route(
    String group,
    String version,
    @Nullable String namespace,
    String plural,
    @Nullable String name,
    @Nullable String subresource,
    Map<String, String> query) {

  private static final Set<String> OF_NAMESPACE = Set.of("status", "finalize");

  /** The route of a request; null where the path is not one of a kind. */
  static @Nullable Route parse(String pathAndQuery) {
    URI uri = URI.create(pathAndQuery);
    List<String> words = List.of(uri.getPath().substring(1).split("/"));
    int base = "api".equals(words.get(0)) ? 1 : "apis".equals(words.get(0)) ? 2 : words.size();
    if (words.size() < base + 2) {
      return null;
    }
    String group = base == 1 ? "" : words.get(1);
    String version = words.get(base);
    List<String> rest = words.subList(base + 1, words.size());
    String namespace = null;
    if ("namespaces".equals(rest.get(0))
        && rest.size() > 2
        && !OF_NAMESPACE.contains(rest.get(2))) {
      namespace = rest.get(1);
      rest = rest.subList(2, rest.size());
    }
    return new Route(
        group,
        version,
        namespace,
        rest.get(0),
        rest.size() > 1 ? rest.get(1) : null,
        rest.size() > 2 ? rest.get(2) : null,
        query(uri.getRawQuery()));
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : List.of(raw.split("&"))) {
        int eq = pair.indexOf('=');
        query.put(
            decode(eq < 0 ? pair : pair.substring(0, eq)),
            eq < 0 ? "" : decode(pair.substring(eq + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The route of one object of this collection. */
  Route to(ObjectNode object) {
    return new Route(
        group,
        version,
        Json.meta(object, "namespace"),
        plural,
        Json.name(object),
        subresource,
        query);
  }

  /** The version that objects have in the answer. */
  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  boolean isWatch() {
    String watch = query.get("watch");
    return "true".equals(watch) || "1".equals(watch);
  }

  boolean isDryRun() {
    return "All".equals(query.get("dryRun"));
  }
}
