package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.job.Source;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The checks of one flow, or of the flow of a schedule. */
final class FlowCheck {
  private static final String NO_UID = "00000000-0000-0000-0000-000000000000";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private final Document document;
  private final String base;
  private final Templates templates;
  private final Consumer<Finding> found;

  FlowCheck(Document document, String base, Templates templates, Consumer<Finding> found) {
    this.document = document;
    this.base = base;
    this.templates = templates;
    this.found = found;
  }

  /** A part of a document as an object; empty if its types are wrong, which the schema says. */
  static <T> Optional<T> read(JsonNode tree, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.convertValue(tree, type));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Checks the spec and returns the Jobs of its steps, each step of a loop once. */
  List<StepJob> check(JsonNode tree) {
    List<StepJob> jobs = new ArrayList<>();
    Optional<JobFlowSpec> spec = read(tree, JobFlowSpec.class);
    if (spec.isEmpty()) {
      return jobs;
    }
    JobFlow flow = new JobFlow();
    flow.setMetadata(
        new ObjectMetaBuilder()
            .withName(Objects.requireNonNullElse(document.name(), "flow"))
            .withNamespace(document.namespace().isEmpty() ? null : document.namespace())
            .withUid(NO_UID)
            .build());
    flow.setSpec(spec.get());
    FlowPlan plan = FlowPlan.of(spec.get());
    StepPaths paths = new StepPaths(base, tree);
    new PlanCheck(document, base, paths, plan, found).check();
    OutputNames outputs = new OutputNames(plan.plan());
    Set<String> seen = new HashSet<>();
    for (PlannedStep step : plan.steps().toList()) {
      if (seen.add(paths.of(step.name()))) {
        StepCheck check = new StepCheck(document, flow, step, paths, outputs, found);
        check.condition(plan.condition(step.flow()));
        source(step, paths).flatMap(check::render).ifPresent(jobs::add);
      }
    }
    return jobs;
  }

  private Optional<Source> source(PlannedStep step, StepPaths paths) {
    Flow flow = step.flow();
    String reference = flow.jobTemplateRef();
    if (reference == null || reference.isEmpty()) {
      return Optional.ofNullable(flow.jobTemplate()).map(spec -> new Source(spec, null));
    }
    String path = paths.of(step.name()) + ".jobTemplateRef";
    if (flow.jobTemplate() != null) {
      String message = "step " + step.name() + " has both: jobTemplateRef wins over jobTemplate";
      found.accept(document.warning("two-templates", document.at(path), path, message));
    }
    Optional<JobTemplateSpec> template = templates.find(document.namespace(), reference);
    Optional<String> meant = Similar.to(reference, templates.names(document.namespace()));
    if (template.isEmpty()
        && meant.isPresent()
        && !templates.has(document.namespace(), reference)) {
      String message = "there is no JobTemplate " + reference + "; did you mean ";
      found.accept(
          document.warning(
              "unknown-template", document.at(path), path, message + meant.get() + "?"));
    }
    return template.flatMap(spec -> Source.of(reference, spec));
  }
}
