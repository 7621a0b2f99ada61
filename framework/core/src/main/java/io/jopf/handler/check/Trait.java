package io.jopf.handler.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What matters about a type besides its name. */
public enum Trait {
  /** Has no null. */
  PRIMITIVE,
  /** An interface or abstract class: nobody can make one. */
  ABSTRACT,
  /** One of several constants. */
  ENUM,
  /** A class of Kubernetes objects. */
  RESOURCE,
  /** Written as a JSON object whatever its class is. */
  MAP,
  /** Written as a JSON list. */
  LIST,
  /** A result that comes later. */
  ASYNCHRONOUS;

  private static final Map<Trait, List<String>> SUPERTYPES =
      Map.of(
          RESOURCE, List.of("io.fabric8.kubernetes.api.model.HasMetadata"),
          MAP, List.of("java.util.Map"),
          LIST, List.of("java.util.Collection", "java.util.stream.BaseStream"),
          ASYNCHRONOUS,
              List.of(
                  "java.util.concurrent.Future",
                  "java.util.concurrent.CompletionStage",
                  "java.util.concurrent.Flow$Publisher",
                  "org.reactivestreams.Publisher"));

  /**
   * The traits that follow from supertypes.
   *
   * @param isSubtypeOf whether the type is the named class or a subtype of it
   */
  public static Set<Trait> of(Predicate<String> isSubtypeOf) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    SUPERTYPES.forEach(
        (trait, supertypes) -> {
          if (supertypes.stream().anyMatch(isSubtypeOf)) {
            traits.add(trait);
          }
        });
    return traits;
  }
}
