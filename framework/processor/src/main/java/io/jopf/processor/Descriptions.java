package io.jopf.processor;

import io.jopf.annotation.HandlerMethod;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Watches;
import io.jopf.handler.check.ClassDescription;
import io.jopf.handler.check.Dependency;
import io.jopf.handler.check.IndexDescription;
import io.jopf.handler.check.MethodDescription;
import io.jopf.handler.check.MethodDescription.Modifier;
import io.jopf.handler.check.ParameterDescription;
import io.jopf.handler.check.Trait;
import io.jopf.handler.check.Trigger;
import io.jopf.handler.check.TypeDescription;
import io.jopf.handler.check.TypeLookup;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.ast.ParameterElement;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes sources. */
record Descriptions(VisitorContext context) implements TypeLookup {

  /** The handlers of a class, and what looks as if it was meant as one. */
  static List<MethodElement> handlers(ClassElement type) {
    return type.getEnclosedElements(ElementQuery.ALL_METHODS).stream()
        .filter(
            method ->
                method.hasStereotype(HandlerMethod.class)
                    || !method.getAnnotationValuesByType(Owns.class).isEmpty()
                    || !method.getAnnotationValuesByType(Watches.class).isEmpty())
        .toList();
  }

  ClassDescription of(ClassElement type, List<MethodElement> handlers) {
    return new ClassDescription(
        of(type),
        named(type.stringValue(Handlers.class).orElse("")),
        handlers.stream().map(this::of).toList());
  }

  private MethodDescription of(MethodElement method) {
    return new MethodDescription(
        method.getName(),
        modifiers(method),
        Trigger.of(method, this),
        Dependency.of(method, this::named),
        Arrays.stream(method.getParameters()).map(this::of).toList(),
        of(method.getGenericReturnType()));
  }

  private ParameterDescription of(ParameterElement parameter) {
    return ParameterDescription.of(
        parameter.getName(), of(parameter.getGenericType()), parameter, this);
  }

  static Set<Modifier> modifiers(MethodElement method) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    if (method.isPrivate()) {
      modifiers.add(Modifier.PRIVATE);
    }
    if (method.isStatic()) {
      modifiers.add(Modifier.STATIC);
    }
    if (method.isAbstract()) {
      modifiers.add(Modifier.ABSTRACT);
    }
    return modifiers;
  }

  /** Without traits when it is not there, which javac reports. */
  @Override
  public TypeDescription named(String name) {
    return context
        .getClassElement(name)
        .map(Descriptions::plain)
        .orElseGet(() -> new TypeDescription(name, Set.of(), List.of()));
  }

  @Override
  public List<IndexDescription> indices(String name) {
    return context.getClassElement(name).stream()
        .flatMap(type -> handlers(type).stream())
        .filter(method -> method.hasAnnotation(Index.class))
        .map(
            method ->
                IndexDescription.of(method, method.getName(), of(method.getGenericReturnType())))
        .toList();
  }

  @Override
  public @Nullable TypeDescription argumentOf(String name, Class<?> supertype) {
    return context
        .getClassElement(name)
        .flatMap(type -> type.getTypeArguments(supertype).values().stream().findFirst())
        .map(Descriptions::plain)
        .orElse(null);
  }

  static TypeDescription of(ClassElement type) {
    TypeDescription plain = plain(type);
    return new TypeDescription(
        plain.name(),
        plain.traits(),
        type.getTypeArguments().values().stream().map(Descriptions::of).toList());
  }

  private static TypeDescription plain(ClassElement type) {
    if (type.isArray()) {
      return new TypeDescription(plain(type.fromArray()).name() + "[]", Set.of(), List.of());
    }
    Set<Trait> traits = Trait.of(type::isAssignable);
    if (type.isPrimitive()) {
      traits.add(Trait.PRIMITIVE);
    } else if (type.isAbstract() || type.isInterface()) {
      traits.add(Trait.ABSTRACT);
    }
    if (type.isEnum()) {
      traits.add(Trait.ENUM);
    }
    return new TypeDescription(type.getName(), traits, List.of());
  }
}
