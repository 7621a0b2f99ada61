package io.jopf.jobflow.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.Observed;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.JobOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What steps told their dependents: the fields of the JSON object that a container of a succeeded
 * pod left as its termination message.
 */
final class Outputs {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Map<String, String>> known = new TreeMap<>();
  private final Map<String, Map<String, String>> fresh = new HashMap<>();

  Outputs(List<StepEntry> stored) {
    for (StepEntry entry : stored) {
      if (entry.outputs() != null) {
        known.put(entry.name(), entry.outputs());
      }
    }
  }

  /**
   * Reads those of Jobs that have succeeded since.
   *
   * @param messages the termination message of a Job's pod; empty if there is none
   */
  void read(Jobs jobs, List<StepEntry> stored, Function<Job, String> messages) {
    Map<String, String> states = new HashMap<>();
    stored.forEach(entry -> states.put(entry.name(), entry.state()));
    jobs.byStep()
        .forEach(
            (step, job) -> {
              boolean succeeded = JobOutcome.of(job).phase() == Observed.Phase.SUCCEEDED;
              if (succeeded && !"Succeeded".equals(states.get(step))) {
                Map<String, String> outputs = parse(messages.apply(job));
                fresh.put(step, outputs);
                known.put(step, outputs);
              }
            });
  }

  /** The fields of an object; texts as they are, all else as JSON. Nothing of anything else. */
  static Map<String, String> parse(@Nullable String message) {
    Map<String, String> outputs = new TreeMap<>();
    try {
      JsonNode tree = MAPPER.readTree(Objects.requireNonNullElse(message, ""));
      if (tree.isObject()) {
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
          JsonNode value = field.getValue();
          outputs.put(field.getKey(), value.isTextual() ? value.asText() : value.toString());
        }
      }
    } catch (JsonProcessingException e) {
      // a message for people
    }
    return outputs;
  }

  /** Those read in this round, by step. */
  Map<String, Map<String, String>> fresh() {
    return fresh;
  }

  /** All, by {@code steps.<step>.outputs.<key>}. */
  Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    known.forEach(
        (step, outputs) ->
            outputs.forEach((key, value) -> names.put("steps." + step + ".outputs." + key, value)));
    return names;
  }

  /** Those of some steps as environment variables, {@code OUTPUT_<STEP>_<KEY>}. */
  Map<String, String> env(List<String> steps) {
    Map<String, String> env = new TreeMap<>();
    for (String step : steps) {
      known
          .getOrDefault(step, Map.of())
          .forEach((key, value) -> env.put(variable("OUTPUT_" + step + "_" + key), value));
    }
    return env;
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }
}
