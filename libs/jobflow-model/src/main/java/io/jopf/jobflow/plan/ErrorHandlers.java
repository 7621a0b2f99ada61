package io.jopf.jobflow.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flow's error handler: a template, a reference, the spec of a pod, or an image; with all
 * but a reference, a script to run there.
 */
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
    JsonNode template = template(written);
    JobSpec job = template == null ? null : read(template);
    if (written.has("script")) {
      script(written.path("script"), reference, job);
    }
    return Optional.of(step(job, reference.isEmpty() ? null : reference));
  }

  /** A template as it is, the spec of a pod, or an image; null if there is none of them. */
  private static @Nullable JsonNode template(JsonNode written) {
    JsonNode template = written.get("jobTemplate");
    if (template != null) {
      return template;
    }
    if (!written.has("containers") && !written.has("image")) {
      return null;
    }
    ObjectNode pod = written.deepCopy();
    pod.remove(List.of("script", "image", "jobTemplateRef"));
    if (written.has("image")) {
      if (written.has("containers")) {
        throw new IllegalArgumentException("errorHandler has both image and containers");
      }
      if (!written.has("script")) {
        throw new IllegalArgumentException("errorHandler.image needs errorHandler.script");
      }
      ObjectNode container = pod.putArray("containers").addObject();
      container.put("name", "script").set("image", written.get("image"));
    }
    ObjectNode job = MAPPER.createObjectNode();
    job.putObject("template").set("spec", pod);
    return job;
  }

  /** The script is what the first container runs. */
  private static void script(JsonNode script, String reference, @Nullable JobSpec job) {
    if (!script.isTextual() || script.asText().isBlank()) {
      throw new IllegalArgumentException(
          "errorHandler.script has to be a text that says something");
    }
    if (!reference.isEmpty()) {
      throw new IllegalArgumentException(
          "errorHandler.script does not go with jobTemplateRef '" + reference + "'");
    }
    List<Container> containers =
        Optional.ofNullable(job)
            .map(JobSpec::getTemplate)
            .map(PodTemplateSpec::getSpec)
            .map(PodSpec::getContainers)
            .orElse(List.of());
    if (containers.isEmpty()) {
      throw new IllegalArgumentException(
          "errorHandler.script needs something to run in: errorHandler.image, such as busybox,"
              + " containers or jobTemplate");
    }
    Container first = containers.get(0);
    if (!first.getCommand().isEmpty() || !first.getArgs().isEmpty()) {
      throw new IllegalArgumentException(
          "errorHandler has both a script and, in container "
              + first.getName()
              + ", a command or args");
    }
    first.setCommand(List.of("sh", "-c", script.asText()));
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
