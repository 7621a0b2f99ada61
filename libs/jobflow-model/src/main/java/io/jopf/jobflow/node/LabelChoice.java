package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A label selector with Kubernetes' meaning: everything it says has to agree. */
final class LabelChoice {
  static final List<String> WITH_VALUES = List.of("In", "NotIn");
  static final List<String> WITHOUT_VALUES = List.of("Exists", "DoesNotExist");

  private LabelChoice() {}

  static boolean matches(@Nullable LabelSelector selector, Map<String, String> labels) {
    if (selector == null) {
      return true;
    }
    Map<String, String> exact = Objects.requireNonNullElse(selector.getMatchLabels(), Map.of());
    return exact.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
        && expressions(selector).stream().allMatch(expression -> matches(expression, labels));
  }

  static List<LabelSelectorRequirement> expressions(LabelSelector selector) {
    return Objects.requireNonNullElse(selector.getMatchExpressions(), List.of());
  }

  private static boolean matches(LabelSelectorRequirement expression, Map<String, String> labels) {
    String value = labels.get(expression.getKey());
    return switch (Objects.requireNonNullElse(expression.getOperator(), "")) {
      case "In" -> value != null && values(expression).contains(value);
      case "NotIn" -> value == null || !values(expression).contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }

  static List<String> values(LabelSelectorRequirement expression) {
    return Objects.requireNonNullElse(expression.getValues(), List.of());
  }
}
