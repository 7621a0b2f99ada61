package io.jopf.handler.check;

import io.jopf.Children;
import io.jopf.HandlerContext;
import io.jopf.filter.LabelSelector;
import java.util.ArrayList;
import java.util.List;

/** What {@code @Owns} and {@code @Watches} may say. */
final class DependencyRules {

  private DependencyRules() {}

  static List<String> mistakes(MethodDescription method) {
    List<String> mistakes = new ArrayList<>();
    for (Dependency one : method.dependencies()) {
      String annotation = "@" + one.annotation();
      if (!method.runsOn(MethodRules.LEVEL)) {
        mistakes.add(
            annotation + "(" + one.kind() + ".class): only a method with @Reconcile is woken");
      }
      if (!SignatureRules.isOneKind(one.kind())) {
        mistakes.add(annotation + "(" + one.kind() + ".class): name the model class of one kind");
      }
      if (OptionRules.isKnown(one.labels())) {
        LabelSelector.mistake(one.labels())
            .map(mistake -> annotation + "(labels = \"" + one.labels() + "\"): " + mistake)
            .ifPresent(mistakes::add);
      }
      for (String field : one.omittedFields()) {
        OmittedFields.mistake(field)
            .map(mistake -> annotation + "(omittedFields = \"" + field + "\"): " + mistake)
            .ifPresent(mistakes::add);
      }
      if (one.prune() && !appliesChildren(method)) {
        mistakes.add(
            annotation
                + "(value = "
                + one.kind()
                + ".class, prune = true): takes away what the handler does not apply; give it a"
                + " parameter of type Children to apply some");
      }
      if (one.mapper().has(Trait.ABSTRACT)) {
        mistakes.add(
            annotation
                + "(mapper = "
                + one.mapper()
                + ".class): a mapper is a bean; name a class that is neither abstract nor an"
                + " interface");
      }
    }
    return mistakes;
  }

  private static boolean appliesChildren(MethodDescription method) {
    return method.parameters().stream()
        .map(parameter -> parameter.type().name())
        .anyMatch(
            type ->
                type.equals(Children.class.getName())
                    || type.equals(HandlerContext.class.getName()));
  }
}
