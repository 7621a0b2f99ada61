package io.jopf.handler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a method may be and return. */
final class MethodRules {

  static final String LEVEL = "Reconcile";

  /** Those that are not called because something has become of the object. */
  private static final Set<String> ALONE = Set.of("Daemon", "OnEvent", IndexRules.INDEX);

  private MethodRules() {}

  static List<String> mistakes(MethodDescription method) {
    List<String> mistakes = new ArrayList<>();
    method.modifiers().stream().sorted().map(MethodRules::modifier).forEach(mistakes::add);
    if (AdmissionRules.isAdmission(method)) {
      mistakes.addAll(AdmissionRules.mistakes(method));
      return mistakes;
    }
    boolean level = method.runsOn(LEVEL);
    if (level) {
      method.triggers().stream()
          .map(Trigger::annotation)
          .filter(annotation -> !annotation.equals(LEVEL))
          .map(MethodRules::mixed)
          .forEach(mistakes::add);
    }
    method.triggers().stream()
        .map(Trigger::annotation)
        .filter(annotation -> ALONE.contains(annotation) && method.triggers().size() > 1)
        .map(MethodRules::notAlone)
        .forEach(mistakes::add);
    if (method.runsOn(IndexRules.INDEX)) {
      index(method.result()).ifPresent(mistakes::add);
      return mistakes;
    }
    result(method.result(), level).ifPresent(mistakes::add);
    return mistakes;
  }

  static String modifier(MethodDescription.Modifier modifier) {
    return switch (modifier) {
      case PRIVATE -> "a private method cannot be called as a handler; remove 'private'";
      case STATIC -> "a static method belongs to no bean; remove 'static'";
      case ABSTRACT -> "an abstract method does nothing; annotate the one that implements it";
    };
  }

  private static String notAlone(String annotation) {
    return "@" + annotation + " stands alone; use another method for the rest";
  }

  private static Optional<String> index(TypeDescription type) {
    String returns = "returns " + type + ": ";
    if (type.is(void.class) || type.is(Void.class)) {
      return Optional.of(returns + "an index holds what the method returns");
    }
    if (type.has(Trait.ASYNCHRONOUS)) {
      return Optional.of(returns + "an index holds values; return one, or a map of them");
    }
    return type.is(Optional.class)
        ? Optional.of(returns + "return the value itself, or an empty map for none")
        : Optional.empty();
  }

  private static String mixed(String cause) {
    return "@Reconcile and @"
        + cause
        + " on one method: @Reconcile runs on any change already; use two methods";
  }

  private static Optional<String> result(TypeDescription type, boolean level) {
    String returns = "returns " + type + ": ";
    if (type.has(Trait.ASYNCHRONOUS)) {
      return Optional.of(
          returns + "a handler is done when it returns; wait for the result and return that");
    }
    if (type.is(Optional.class)) {
      return Optional.of(returns + "return the value itself, or null for none");
    }
    if (type.has(Trait.RESOURCE)) {
      return Optional.of(
          returns
              + "what a handler returns is written into the status;"
              + " return a status, and change objects through Patch or Children");
    }
    if (level && !isWrittenAsObject(type)) {
      return Optional.of(
          returns + "what @Reconcile returns becomes the whole status; return an object or void");
    }
    return Optional.empty();
  }

  private static boolean isWrittenAsObject(TypeDescription type) {
    if (type.is(void.class) || type.is(Void.class) || type.is(Object.class)) {
      return true;
    }
    boolean plain = type.name().startsWith("java.") && !type.has(Trait.MAP);
    return !plain
        && !type.isArray()
        && !type.has(Trait.PRIMITIVE)
        && !type.has(Trait.ENUM)
        && !type.has(Trait.LIST);
  }
}
