package io.jopf.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of a selector.
 *
 * @param key the label's name
 * @param operator how it is compared
 * @param values with what; one number for the comparisons, none for mere presence
 */
record Requirement(String key, Operator operator, Set<String> values) {

  /** As the API server knows them. */
  enum Operator {
    EXISTS,
    DOES_NOT_EXIST,
    IN,
    /** Met by an absent label too. */
    NOT_IN,
    GREATER,
    LESS
  }

  boolean isMetBy(JsonNode labels) {
    JsonNode label = labels.path(key);
    String value = label.isMissingNode() || label.isNull() ? null : label.asText();
    return switch (operator) {
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
      case IN -> value != null && values.contains(value);
      case NOT_IN -> value == null || !values.contains(value);
      case GREATER -> compare(value) > 0;
      case LESS -> compare(value) < 0;
    };
  }

  Optional<LabelSelectorRequirement> expression() {
    String name =
        switch (operator) {
          case EXISTS -> "Exists";
          case DOES_NOT_EXIST -> "DoesNotExist";
          case IN -> "In";
          case NOT_IN -> "NotIn";
          case GREATER, LESS -> "";
        };
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelSelectorRequirement(key, name, values.stream().sorted().toList()));
  }

  /** 0 where there is no number to compare with. */
  private int compare(@Nullable String value) {
    try {
      return value == null
          ? 0
          : Long.compare(Long.parseLong(value), Long.parseLong(values.iterator().next()));
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
