package io.jopf.jobflow.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a flow's error handler: a template, a reference, or the spec of a pod. */
final class ErrorHandlers {
  /** Name of its step. */
  static final String NAME = "error-handler";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ErrorHandlers() {}

  /** As a step; empty if there is none, or it says nothing. */
  static Optional<Flow> of(JobFlowSpec spec) {
    JsonNode written =
        spec.errorHandler() != null ? spec.errorHandler() : spec.legacyErrorHandler();
    if (written == null || !written.isObject() || written.isEmpty()) {
      return Optional.empty();
    }
    String reference = written.path("jobTemplateRef").asText("");
    JsonNode template = written.get("jobTemplate");
    if (template == null && written.has("containers")) {
      ObjectNode pod = written.deepCopy();
      pod.remove("script");
      template = MAPPER.createObjectNode();
      ((ObjectNode) template).putObject("template").set("spec", pod);
    }
    JobSpec job = template == null ? null : read(template);
    return Optional.of(step(job, reference.isEmpty() ? null : reference));
  }

  private static JobSpec read(JsonNode template) {
    try {
      return MAPPER.treeToValue(template, JobSpec.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("errorHandler is no job: " + e.getOriginalMessage(), e);
    }
  }

  private static Flow step(@Nullable JobSpec job, @Nullable String reference) {
    return new Flow(
        NAME, null, null, null, null, job, reference, null, null, null, null, null, null, null,
        null, null, null);
  }
}
