package io.jopf.handler.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which handlers a handler may come after. */
final class OrderRules {

  private final List<MethodDescription> methods;

  OrderRules(ClassDescription type) {
    this.methods = type.methods();
  }

  List<String> mistakes(MethodDescription method) {
    return method.triggers().stream()
        .flatMap(
            trigger ->
                trigger.after().stream()
                    .flatMap(id -> mistake(trigger, id(method, trigger), id).stream()))
        .toList();
  }

  private Optional<String> mistake(Trigger trigger, String own, String other) {
    String option = OptionRules.text(trigger, "after", other);
    if (methods.stream().noneMatch(one -> one.ids().contains(other))) {
      return Optional.of(option + "no handler of the class has this id");
    }
    if (!runs(trigger, other)) {
      return Optional.of(
          option + "it never runs for the same reason; add @" + trigger.annotation() + " to it");
    }
    return reaches(trigger, other, own)
        ? Optional.of(option + "'" + own + "' would have to come after itself")
        : Optional.empty();
  }

  private boolean runs(Trigger trigger, String id) {
    return methods.stream()
        .anyMatch(
            one ->
                one.triggers().stream()
                    .anyMatch(
                        other ->
                            other.annotation().equals(trigger.annotation())
                                && id(one, other).equals(id)));
  }

  private List<String> after(Trigger trigger, String id) {
    return methods.stream()
        .flatMap(
            one ->
                one.triggers().stream()
                    .filter(other -> other.annotation().equals(trigger.annotation()))
                    .filter(other -> id(one, other).equals(id))
                    .flatMap(other -> other.after().stream()))
        .toList();
  }

  private boolean reaches(Trigger trigger, String from, String to) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        after(trigger, next).forEach(open::push);
      }
    }
    return false;
  }

  private static String id(MethodDescription method, Trigger trigger) {
    return trigger.isOfField() ? trigger.idOn(method.name()) : method.ids().get(0);
  }
}
