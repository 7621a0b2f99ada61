package io.jopf.handler.check;

import io.micronaut.core.reflect.ClassUtils;
import io.micronaut.core.reflect.GenericTypeUtils;
import io.micronaut.core.type.Argument;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Describes loaded classes. */
final class Types {

  private Types() {}

  static TypeDescription of(Argument<?> argument) {
    TypeDescription plain = of(argument.getType());
    return new TypeDescription(
        plain.name(),
        plain.traits(),
        Arrays.stream(argument.getTypeParameters()).map(Types::of).toList());
  }

  static TypeDescription of(Class<?> type) {
    if (type.isArray()) {
      return new TypeDescription(of(type.getComponentType()).name() + "[]", Set.of(), List.of());
    }
    Set<String> supertypes = new HashSet<>();
    collect(type, supertypes);
    Set<Trait> traits = Trait.of(supertypes::contains);
    if (type.isPrimitive()) {
      traits.add(Trait.PRIMITIVE);
    } else if (Modifier.isAbstract(type.getModifiers())) {
      traits.add(Trait.ABSTRACT);
    }
    if (type.isEnum()) {
      traits.add(Trait.ENUM);
    }
    return new TypeDescription(type.getName(), traits, List.of());
  }

  /** Classes that only annotations name. */
  static TypeLookup lookup(
      @Nullable ClassLoader loader, Function<String, List<IndexDescription>> indices) {
    return new TypeLookup() {
      @Override
      public TypeDescription named(String name) {
        return ClassUtils.forName(name, loader)
            .map(Types::of)
            .orElseGet(() -> new TypeDescription(name, Set.of(), List.of()));
      }

      @Override
      public List<IndexDescription> indices(String name) {
        return indices.apply(name);
      }

      @Override
      public @Nullable TypeDescription argumentOf(String name, Class<?> supertype) {
        return ClassUtils.forName(name, loader)
            .map(type -> GenericTypeUtils.resolveInterfaceTypeArguments(type, supertype))
            .filter(arguments -> arguments.length > 0)
            .map(arguments -> of(arguments[0]))
            .orElse(null);
      }
    };
  }

  private static void collect(@Nullable Class<?> type, Set<String> names) {
    if (type != null && names.add(type.getName())) {
      collect(type.getSuperclass(), names);
      for (Class<?> one : type.getInterfaces()) {
        collect(one, names);
      }
    }
  }
}
