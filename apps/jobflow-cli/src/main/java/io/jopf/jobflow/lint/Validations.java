package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The definitions' rules in CEL, each by its text: there are few, and an interpreter would weigh
 * more than everything else here. A rule that is not known holds; a test finds it.
 */
final class Validations {
  private static final Map<String, Predicate<JsonNode>> RULES =
      Map.of(
          "[has(self.items), has(self.count), has(self.matrix)].filter(x, x).size() == 1",
          v -> one(v, "items") + one(v, "count") + one(v, "matrix") == 1,
          "!has(self.seconds) || !has(self.maxSeconds) || self.maxSeconds >= self.seconds",
          v ->
              !v.has("seconds")
                  || !v.has("maxSeconds")
                  || v.path("maxSeconds").asLong() >= v.path("seconds").asLong(),
          "has(self.jobTemplate) || (has(self.jobTemplateRef) && self.jobTemplateRef != '')"
              + " || (has(self.barrier) && self.barrier) || (has(self.approval) && self.approval)",
          v ->
              v.has("jobTemplate")
                  || !v.path("jobTemplateRef").asText().isEmpty()
                  || v.path("barrier").asBoolean()
                  || v.path("approval").asBoolean(),
          "has(self.template)",
          v -> v.has("template"),
          "!has(self.selector) && (!has(self.manualSelector) || !self.manualSelector)",
          v -> !v.has("selector") && !v.path("manualSelector").asBoolean(),
          "!has(self.completionPolicy) || self.completionPolicy != 'Continuous'"
              + " || (!has(self.ttlSecondsAfterCompletion) && !has(self.completionDeadlineSeconds))",
          v ->
              !v.path("completionPolicy").asText().equals("Continuous")
                  || (!v.has("ttlSecondsAfterCompletion") && !v.has("completionDeadlineSeconds")),
          "has(self.jobFlowTemplate) != has(self.daemonJobTemplate)",
          v -> v.has("jobFlowTemplate") != v.has("daemonJobTemplate"),
          "self.schedules.all(s, !s.contains('TZ='))",
          Validations::noTimeZone,
          "!has(self.nodeBinding) || self.nodeBinding != 'Sticky' || !has(self.globalParams)"
              + " || !has(self.globalParams.nodeName)",
          v ->
              !v.path("nodeBinding").asText().equals("Sticky")
                  || !v.path("globalParams").has("nodeName"),
          "size(self.metadata.name) <= 52",
          v -> v.path("metadata").path("name").asText().length() <= 52);

  private Validations() {}

  private static int one(JsonNode value, String field) {
    return value.has(field) ? 1 : 0;
  }

  private static boolean noTimeZone(JsonNode spec) {
    for (JsonNode schedule : spec.path("schedules")) {
      if (schedule.asText().contains("TZ=")) {
        return false;
      }
    }
    return true;
  }

  static boolean holds(String rule, JsonNode value) {
    return RULES.getOrDefault(rule, v -> true).test(value);
  }

  static Set<String> known() {
    return RULES.keySet();
  }
}
