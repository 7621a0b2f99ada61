package io.jopf.jobflow.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.Observed;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.JobOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  /**
   * Those that are stored, of the steps that are not to run again.
   *
   * @param steps what is remembered of them
   */
  Outputs(List<StepEntry> stored, List<StepStatus> steps) {
    Set<String> succeeded = new HashSet<>();
    for (StepStatus step : steps) {
      if (step.state() == StepState.SUCCEEDED) {
        succeeded.add(step.name());
      }
    }
    for (StepEntry entry : stored) {
      if (entry.outputs() != null && succeeded.contains(entry.name())) {
        know(entry.name(), entry.outputs());
      }
    }
  }

  /**
   * Reads those of Jobs that have succeeded since.
   *
   * @param steps what is remembered of them
   * @param messages the termination message of a Job's pod; empty if there is none
   */
  void read(Jobs jobs, List<StepStatus> steps, Function<Job, String> messages) {
    Map<String, StepStatus> remembered = new HashMap<>();
    steps.forEach(step -> remembered.put(step.name(), step));
    jobs.byStep()
        .forEach(
            (step, job) -> {
              Observed shown = JobOutcome.of(job);
              boolean succeeded = shown.phase() == Observed.Phase.SUCCEEDED;
              if (succeeded && isNew(shown, remembered.get(step))) {
                Map<String, String> outputs = parse(messages.apply(job));
                if (size + length(outputs) <= MOST) {
                  fresh.put(step, outputs);
                  know(step, outputs);
                }
              }
            });
  }

  private static boolean isNew(Observed shown, @Nullable StepStatus before) {
    return before == null
        || (shown.attempt() > before.spent() && before.state() != StepState.SUCCEEDED);
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
