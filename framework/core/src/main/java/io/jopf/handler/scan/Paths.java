package io.jopf.handler.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Dotted paths in parts. */
final class Paths {

  private Paths() {}

  static Set<List<String>> of(String... paths) {
    return Arrays.stream(paths)
        .map(path -> List.of(path.split("\\.", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
