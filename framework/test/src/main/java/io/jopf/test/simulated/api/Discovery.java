package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells clients which groups, versions and kinds there are. */
final class Discovery {

  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  private final Kinds kinds;

  Discovery(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The answer to a path above those of the kinds; null where there is nothing. */
  @Nullable ObjectNode answer(String path) {
    return switch (path) {
      case "/version", "/version/" -> version();
      case "/api", "/api/" -> core();
      case "/apis", "/apis/" -> groups();
      case "/healthz", "/livez", "/readyz" -> Json.object().put("status", "ok");
      default -> group(List.of(path.substring(1).split("/")));
    };
  }

  private static ObjectNode version() {
    return Json.object()
        .put("major", "1")
        .put("minor", "34")
        .put("gitVersion", "v1.34.4-simulated")
        .put("platform", "java");
  }

  private static ObjectNode core() {
    ObjectNode versions = Json.object().put("kind", "APIVersions");
    versions.putArray("versions").add("v1");
    return versions;
  }

  private ObjectNode groups() {
    ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    ArrayNode groups = list.putArray("groups");
    versions().forEach((group, versions) -> groups.add(describe(group, versions)));
    return list;
  }

  private Map<String, Set<String>> versions() {
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    for (Kind kind : kinds.all()) {
      if (!kind.group().isEmpty()) {
        Set<String> known = versions.computeIfAbsent(kind.group(), g -> new LinkedHashSet<>());
        known.add(kind.version());
        known.addAll(kind.schemas().keySet());
      }
    }
    return versions;
  }

  private static ObjectNode describe(String name, Set<String> versions) {
    ObjectNode group = Json.object().put("name", name);
    ArrayNode list = group.putArray("versions");
    versions.forEach(v -> list.add(groupVersion(name, v)));
    group.set("preferredVersion", groupVersion(name, versions.iterator().next()));
    return group;
  }

  private static ObjectNode groupVersion(String group, String version) {
    return Json.object().put("groupVersion", group + "/" + version).put("version", version);
  }

  private @Nullable ObjectNode group(List<String> words) {
    if ("api".equals(words.get(0)) && words.size() == 2) {
      return resources("", words.get(1));
    }
    if (!"apis".equals(words.get(0)) || words.size() > 3) {
      return null;
    }
    if (words.size() == 3) {
      return resources(words.get(1), words.get(2));
    }
    Set<String> versions = versions().get(words.get(1));
    return versions == null
        ? null
        : describe(words.get(1), versions).put("kind", "APIGroup").put("apiVersion", "v1");
  }

  private @Nullable ObjectNode resources(String group, String version) {
    ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    ArrayNode resources = list.putArray("resources");
    for (Kind kind : kinds.all()) {
      if (kind.group().equals(group) && kind.serves(version)) {
        resources.add(resource(kind, kind.plural(), VERBS));
        if (kind.hasStatus()) {
          resources.add(
              resource(kind, kind.plural() + "/status", List.of("get", "patch", "update")));
        }
      }
    }
    return resources.isEmpty() ? null : list;
  }

  private static ObjectNode resource(Kind kind, String name, List<String> verbs) {
    ObjectNode resource =
        Json.object()
            .put("name", name)
            .put("singularName", kind.kind().toLowerCase(Locale.ROOT))
            .put("namespaced", kind.namespaced())
            .put("kind", kind.kind());
    resource.set("verbs", Json.strings(verbs));
    if (!name.contains("/")) {
      resource.set("shortNames", Json.strings(kind.shortNames()));
    }
    return resource;
  }
}
