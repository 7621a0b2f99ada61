package io.jopf.jobflow.lint;

import io.jopf.jobflow.api.JobTemplateSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The templates of all files, and who uses them. */
final class Templates {

  private record Key(String namespace, String name) {}

  private record Entry(Document document, Optional<JobTemplateSpec> spec) {}

  private final Map<Key, Entry> known = new LinkedHashMap<>();
  private final Set<Key> used = new HashSet<>();
  private final BiFunction<String, String, Optional<JobTemplateSpec>> elsewhere;
  private boolean asked;

  /**
   * None yet.
   *
   * @param elsewhere finds one by namespace, perhaps empty, and name that is in no file
   */
  Templates(BiFunction<String, String, Optional<JobTemplateSpec>> elsewhere) {
    this.elsewhere = elsewhere;
  }

  void add(Document document, Optional<JobTemplateSpec> spec) {
    String name = document.name();
    if (name != null) {
      known.put(new Key(document.namespace(), name), new Entry(document, spec));
    }
  }

  /** There are flows, so a template without any is one too many. */
  void ask() {
    asked = true;
  }

  /** What a flow refers to; empty if it is nowhere, or no template. */
  Optional<JobTemplateSpec> find(String namespace, String name) {
    Key key = new Key(namespace, name);
    used.add(key);
    Entry entry = known.get(key);
    return entry == null ? elsewhere.apply(namespace, name) : entry.spec();
  }

  boolean has(String namespace, String name) {
    return known.containsKey(new Key(namespace, name));
  }

  /** Names of those in a namespace. */
  Collection<String> names(String namespace) {
    return known.keySet().stream()
        .filter(key -> key.namespace().equals(namespace))
        .map(Key::name)
        .toList();
  }

  void reportUnused(Consumer<Finding> found) {
    known.forEach(
        (key, entry) -> {
          if (asked && !used.contains(key)) {
            Document document = entry.document();
            String path = "metadata.name";
            String message = "no flow of these files uses the JobTemplate " + key.name();
            found.accept(document.warning("unused-template", document.at(path), path, message));
          }
        });
  }
}
