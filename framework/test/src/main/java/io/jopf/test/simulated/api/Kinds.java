package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds the server serves: the built-in ones and those of the installed definitions. */
final class Kinds {

  /** Where events of both groups are. */
  static final String EVENTS = "events.events.k8s.io";

  private final Map<String, Kind> byResource = Collections.synchronizedMap(new LinkedHashMap<>());

  /** Reads the built-in kinds. */
  Kinds() {
    try (InputStream in = Objects.requireNonNull(Kinds.class.getResourceAsStream("kinds.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(Kinds::builtIn).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kind builtIn(String line) {
    List<String> words = List.of(line.split(" "));
    int slash = words.get(0).indexOf('/');
    return new Kind(
        slash < 0 ? "" : words.get(0).substring(0, slash),
        words.get(0).substring(slash + 1),
        words.get(1),
        words.get(2),
        "ns".equals(words.get(3)),
        words.get(4).contains("s"),
        words.get(4).contains("g"),
        words.subList(5, words.size()),
        Map.of());
  }

  private void add(Kind kind) {
    byResource.put(kind.resource(), kind);
  }

  /** Serves the kind of a custom resource definition. */
  void install(JsonNode definition) {
    JsonNode spec = definition.path("spec");
    Map<String, Schema> schemas = new LinkedHashMap<>();
    String stored = "";
    boolean hasStatus = false;
    for (JsonNode version : spec.path("versions")) {
      String name = version.path("name").asText();
      if (version.path("served").asBoolean()) {
        schemas.put(name, new Schema(version));
      }
      if (version.path("storage").asBoolean()) {
        stored = name;
        hasStatus = version.path("subresources").has("status");
      }
    }
    List<String> shortNames = new ArrayList<>();
    spec.path("names").path("shortNames").forEach(n -> shortNames.add(n.asText()));
    add(
        new Kind(
            spec.path("group").asText(),
            stored,
            spec.path("names").path("plural").asText(),
            spec.path("names").path("kind").asText(),
            "Namespaced".equals(spec.path("scope").asText()),
            hasStatus,
            true,
            shortNames,
            schemas));
  }

  /** No longer serves the kind of a definition. */
  void uninstall(JsonNode definition) {
    byResource.remove(Json.name(definition));
  }

  /** The kind behind a path. */
  Kind require(String group, String version, String plural) {
    String resource = group.isEmpty() ? plural : plural + "." + group;
    Kind kind = byResource.get("events".equals(resource) ? EVENTS : resource);
    if (kind == null || !kind.serves(version)) {
      throw ApiException.unknownResource();
    }
    return kind;
  }

  /** The kind named {@code plural.group}, or the plural alone for the core group. */
  @Nullable Kind find(String resource) {
    return byResource.get(resource);
  }

  Collection<Kind> all() {
    synchronized (byResource) {
      return List.copyOf(byResource.values());
    }
  }
}
