package io.jopf.handler.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A type, as the rules see it.
 *
 * @param name as {@link Class#getName()}; an array's is its component's followed by {@code []}
 * @param traits what matters about it
 * @param arguments its type arguments; of a raw type their bounds
 */
public record TypeDescription(String name, Set<Trait> traits, List<TypeDescription> arguments) {

  boolean is(Class<?> type) {
    return name.equals(type.getName());
  }

  /** Whether it is the same type with the same arguments. */
  boolean sameAs(TypeDescription other) {
    if (!name.equals(other.name) || arguments.size() != other.arguments.size()) {
      return false;
    }
    return IntStream.range(0, arguments.size())
        .allMatch(i -> arguments.get(i).sameAs(other.arguments.get(i)));
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  boolean isArray() {
    return name.endsWith("[]");
  }

  @Nullable TypeDescription firstArgument() {
    return arguments.isEmpty() ? null : arguments.get(0);
  }

  /** The name without package and enclosing class. */
  String simpleName() {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** As one writes it in a source that imports it. */
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? simpleName()
        : arguments.stream()
            .map(TypeDescription::toString)
            .collect(Collectors.joining(", ", simpleName() + "<", ">"));
  }
}
