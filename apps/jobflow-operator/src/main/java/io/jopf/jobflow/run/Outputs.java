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

  /** Characters of all keys and values: what is more would not fit into the flow's status. */
  static final int MOST = 200_000;

  /** A termination message has at most 4096 bytes. */
  private static final int ONE = 5000;

  private int size;
  private final Map<String, Map<String, String>> known = new TreeMap<>();
  private final Map<String, Map<String, String>> fresh = new HashMap<>();

  Outputs(List<StepEntry> stored) {
    for (StepEntry entry : stored) {
      if (entry.outputs() != null) {
        know(entry.name(), entry.outputs());
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
    Map<String, Integer> spent = new HashMap<>();
    for (StepEntry entry : stored) {
      states.put(entry.name(), entry.state());
      spent.put(entry.name(), Objects.requireNonNullElse(entry.spentAttempts(), 0));
    }
    jobs.byStep()
        .forEach(
            (step, job) -> {
              Observed shown = JobOutcome.of(job);
              boolean succeeded = shown.phase() == Observed.Phase.SUCCEEDED;
              boolean counts = shown.attempt() > spent.getOrDefault(step, 0);
              if (succeeded && counts && !"Succeeded".equals(states.get(step))) {
                Map<String, String> outputs = parse(messages.apply(job));
                if (size + length(outputs) <= MOST) {
                  fresh.put(step, outputs);
                  know(step, outputs);
                }
              }
            });
  }

  private void know(String step, Map<String, String> outputs) {
    size += length(outputs);
    known.put(step, outputs);
  }

  private static int length(Map<String, String> outputs) {
    return outputs.entrySet().stream()
        .mapToInt(one -> one.getKey().length() + one.getValue().length())
        .sum();
  }

  /** Whether there is so much that what another step puts out may not have been kept. */
  boolean isFull() {
    return size > MOST - ONE;
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
