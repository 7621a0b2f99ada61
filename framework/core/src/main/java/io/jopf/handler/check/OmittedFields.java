package io.jopf.handler.check;

import io.jopf.filter.FieldSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fields need not be kept, and whom that would harm. */
final class OmittedFields {

  private static final Set<String> NEEDED = Set.of("apiVersion", "kind", "metadata");

  /** Those that compare an object with what it was. */
  private static final Set<String> CAUSES =
      Set.of("OnCreate", "OnUpdate", "OnResume", "OnDelete", "OnField");

  private OmittedFields() {}

  static Optional<String> mistake(String path) {
    if (!OptionRules.isKnown(path) && !path.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = List.of(path.split("\\.", -1));
    if (parts.contains("")) {
      return Optional.of("a field path has no empty parts");
    }
    if (path.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of("a field path has no spaces");
    }
    return NEEDED.contains(parts.get(0))
        ? Optional.of(parts.get(0) + " is always kept; name a field such as spec.x")
        : Optional.empty();
  }

  /** The field selector is looked at here too, for answers to own writes. */
  static Optional<String> selected(String path, String fields) {
    boolean looks =
        OptionRules.isKnown(fields)
            && FieldSelector.mistake(fields).isEmpty()
            && FieldSelector.parse(fields).looksInto(List.of(path.split("\\.", -1)));
    return looks
        ? Optional.of("@Handlers(fields = \"" + fields + "\") selects by it; keep it")
        : Optional.empty();
  }

  /** What a handler cannot do with the objects of its kind. */
  static List<String> mistakes(KindAttributes kind, MethodDescription method) {
    List<String> mistakes = new ArrayList<>();
    if (kind.omittedFields().isEmpty()) {
      return mistakes;
    }
    String omits = "@Handlers(omittedFields = " + quoted(kind.omittedFields()) + "): ";
    for (Trigger trigger : method.triggers()) {
      String field = trigger.filter().field();
      if (CAUSES.contains(trigger.annotation())) {
        mistakes.add(
            omits
                + "@"
                + trigger.annotation()
                + " is told what has changed, of all fields; keep them");
      } else if (trigger.annotation().equals(MethodRules.LEVEL)
          && kind.omittedFields().stream().anyMatch(OmittedFields::isOfStatus)) {
        mistakes.add(omits + "what @Reconcile returns is compared with the status; keep it");
      } else if (!field.isEmpty() && kind.omits(field)) {
        mistakes.add(
            OptionRules.text(trigger, "field", field)
                + "@Handlers omits it, or a part of it; name it in one of the two");
      }
    }
    return mistakes;
  }

  private static boolean isOfStatus(String path) {
    return path.equals("status") || path.startsWith("status.");
  }

  private static String quoted(List<String> paths) {
    String text = "\"" + String.join("\", \"", paths) + "\"";
    return paths.size() == 1 ? text : "{" + text + "}";
  }
}
