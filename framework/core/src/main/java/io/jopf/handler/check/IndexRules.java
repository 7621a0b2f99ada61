package io.jopf.handler.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code Indexed} parameters may ask for. */
record IndexRules(TypeDescription type, List<MethodDescription> methods) {

  static final String INDEX = "Index";

  Optional<String> mistake(MethodDescription method, TypeDescription wanted, IndexUse use) {
    if (method.runsOn(INDEX)) {
      return Optional.of(
          "an index is not complete while indices are made; look it up in another handler");
    }
    TypeDescription from = use.owner();
    List<IndexDescription> offered = from == null ? own() : use.offered();
    Optional<IndexDescription> found =
        offered.stream().filter(index -> index.id().equals(use.id())).findFirst();
    if (found.isEmpty()) {
      return Optional.of((from == null ? type : from) + missing(use.id(), offered));
    }
    return found
        .filter(index -> !index.fits(wanted.arguments()))
        .map(index -> "the index '" + use.id() + "' is " + index);
  }

  private List<IndexDescription> own() {
    return methods.stream()
        .filter(method -> method.runsOn(INDEX))
        .map(method -> IndexDescription.of(method.ids().get(0), method.result()))
        .toList();
  }

  private static String missing(String id, List<IndexDescription> offered) {
    String missing = " has no index '" + id + "'";
    return offered.isEmpty()
        ? missing + "; annotate a method with @Index, or name the class that has one with @From"
        : missing
            + "; it has "
            + offered.stream()
                .map(index -> "'" + index.id() + "'")
                .collect(Collectors.joining(", "));
  }
}
