package io.jopf.handler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the options of a trigger may say. */
final class OptionRules {

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
  private static final String ID_FORM =
      "an id is a letter followed by letters, digits, '_', '.' or '-'";

  private OptionRules() {}

  static List<String> mistakes(MethodDescription method) {
    List<String> mistakes = new ArrayList<>();
    id(method).ifPresent(mistakes::add);
    for (Trigger trigger : method.triggers()) {
      if (trigger.retries() != -1 && trigger.retries() < 1) {
        mistakes.add(
            option(trigger, "retries", trigger.retries())
                + "at least 1 attempt, or -1 for no limit");
      }
      mistakes.addAll(EffortRules.mistakes(trigger));
    }
    return mistakes;
  }

  /** Whether a text is given, and no placeholder that only the running operator can fill. */
  static boolean isKnown(String text) {
    return !text.isEmpty() && !text.contains("${");
  }

  private static Optional<String> id(MethodDescription method) {
    List<Trigger> named = method.triggers().stream().filter(one -> !one.id().isEmpty()).toList();
    List<Trigger> shared = named.stream().filter(one -> !one.isOfField()).toList();
    for (Trigger trigger : named) {
      if (isKnown(trigger.id()) && !ID.matcher(trigger.id()).matches()) {
        return Optional.of(text(trigger, "id", trigger.id()) + ID_FORM);
      }
      if (!trigger.isOfField() && !trigger.id().equals(shared.get(0).id())) {
        return Optional.of(
            text(trigger, "id", trigger.id())
                + "the method is '"
                + shared.get(0).id()
                + "' in @"
                + shared.get(0).annotation()
                + "; give it one id");
      }
    }
    boolean needsName = named.size() < method.triggers().size() && shared.isEmpty();
    return needsName && !ID.matcher(method.name()).matches()
        ? Optional.of("the method's name cannot be its id, set one: " + ID_FORM)
        : Optional.empty();
  }

  static String text(Trigger trigger, String option, String value) {
    return option(trigger, option, '"' + value + '"');
  }

  static String option(Trigger trigger, String option, Object value) {
    return "@" + trigger.annotation() + "(" + option + " = " + value + "): ";
  }
}
