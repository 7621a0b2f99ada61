package io.jopf.jobflow.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.expression.ExpressionException;
import io.jopf.jobflow.expression.Names;
import io.jopf.jobflow.expression.Placeholders;

/** A step's patch laid over its template, and the placeholders filled in. */
final class Filling {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Filling() {}

  /**
   * The spec that results; the source stays.
   *
   * @throws ExpressionException if something is missing, or the patch makes it no job
   */
  static JobSpec of(Source source, Flow step, Names names) {
    if (step.patch() == null && names.values().isEmpty() && !mentions(source, step)) {
      return source.spec();
    }
    JsonNode tree = MAPPER.valueToTree(source.spec());
    if (step.patch() != null) {
      tree = Merge.of(tree, step.patch());
    }
    try {
      return MAPPER.treeToValue(Placeholders.fill(tree, names), JobSpec.class);
    } catch (JsonProcessingException e) {
      throw new ExpressionException("its patch makes it no job: " + e.getOriginalMessage());
    }
  }

  /** A placeholder that stands for nothing is to be reported, also where nothing has a value. */
  private static boolean mentions(Source source, Flow step) {
    if (step.forEach() != null) {
      return true;
    }
    try {
      return MAPPER.writeValueAsString(source.spec()).contains("${");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a job that cannot be written as JSON", e);
    }
  }
}
