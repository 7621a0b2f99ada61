package io.jopf.handler.check;

import io.jopf.filter.FieldSelector;
import io.jopf.filter.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code @Handlers} may say of the objects of the kind. */
final class KindRules {

  private static final Set<String> CHANGES = Set.of("OnUpdate", "OnField");

  private KindRules() {}

  static List<String> mistakes(KindAttributes kind) {
    List<String> mistakes = new ArrayList<>();
    if (OptionRules.isKnown(kind.labels())) {
      LabelSelector.mistake(kind.labels())
          .map(mistake -> text("labels", kind.labels()) + mistake)
          .ifPresent(mistakes::add);
    }
    if (OptionRules.isKnown(kind.fields())) {
      FieldSelector.mistake(kind.fields())
          .map(mistake -> text("fields", kind.fields()) + mistake)
          .ifPresent(mistakes::add);
    }
    for (String field : kind.ignoredFields()) {
      ignored(field)
          .map(mistake -> text("ignoredFields", field) + mistake)
          .ifPresent(mistakes::add);
    }
    for (String field : kind.omittedFields()) {
      OmittedFields.mistake(field)
          .or(() -> OmittedFields.selected(field, kind.fields()))
          .map(mistake -> text("omittedFields", field) + mistake)
          .ifPresent(mistakes::add);
    }
    return mistakes;
  }

  private static Optional<String> ignored(String field) {
    if (field.contains("${")) {
      return Optional.empty();
    }
    return field.equals("status") || field.startsWith("status.")
        ? Optional.of("of the status only fields that handlers name are looked at")
        : FieldPaths.mistake(field);
  }

  static List<String> mistakes(KindAttributes kind, MethodDescription method) {
    List<String> mistakes = new ArrayList<>(ignored(kind, method));
    mistakes.addAll(OmittedFields.mistakes(kind, method));
    return mistakes;
  }

  private static List<String> ignored(KindAttributes kind, MethodDescription method) {
    return method.triggers().stream()
        .filter(trigger -> CHANGES.contains(trigger.annotation()))
        .filter(trigger -> kind.ignores(trigger.filter().field()))
        .map(
            trigger ->
                OptionRules.text(trigger, "field", trigger.filter().field())
                    + "@Handlers ignores its changes; name it in one of the two")
        .toList();
  }

  private static String text(String attribute, String value) {
    return "@Handlers(" + attribute + " = \"" + value + "\"): ";
  }
}
