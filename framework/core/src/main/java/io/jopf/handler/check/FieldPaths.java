package io.jopf.handler.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fields a handler may look at: those that belong to an object's essence. */
final class FieldPaths {

  private static final Set<String> SYSTEM = Set.of("apiVersion", "kind");
  private static final Set<String> LABELLING = Set.of("labels", "annotations");
  private static final int PARTS_TO_A_LABEL = 3;

  private FieldPaths() {}

  static Optional<String> mistake(String path) {
    List<String> parts = List.of(path.split("\\.", -1));
    if (parts.contains("")) {
      return Optional.of("a field path has no empty parts");
    }
    if (path.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of("a field path has no spaces");
    }
    String top = parts.get(0);
    if (SYSTEM.contains(top)) {
      return Optional.of("changes of " + top + " are not looked at; name a field such as spec.x");
    }
    if (top.equals("status") && parts.size() == 1) {
      return Optional.of("changes of the whole status are not looked at; name a field of it");
    }
    if (top.equals("metadata")) {
      return metadata(parts);
    }
    return Optional.empty();
  }

  private static Optional<String> metadata(List<String> parts) {
    if (parts.size() < 2 || !LABELLING.contains(parts.get(1))) {
      return Optional.of("of metadata only metadata.labels and metadata.annotations are looked at");
    }
    if (parts.size() > PARTS_TO_A_LABEL) {
      return Optional.of(
          "a key with dots cannot be named in a path; name metadata."
              + parts.get(1)
              + " and compare the two values");
    }
    return Optional.empty();
  }
}
