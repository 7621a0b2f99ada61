package io.jopf.jobflow.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.api.PastRun;
import io.jopf.jobflow.api.UsedTemplate;
import io.jopf.jobflow.job.TemplateCopies;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares the templates a flow uses with what they are now. */
@Command(
    name = "diff",
    description = "Shows how the templates that a flow uses have changed since it started.")
final class DiffCommand extends FlowCommand {
  private static final int CONTEXT = 3;

  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Override
  public Integer call() {
    Flows flows = flows();
    JobFlow flow = flows.get(name);
    List<UsedTemplate> used =
        flow.getStatus() == null
            ? List.of()
            : Objects.requireNonNullElse(flow.getStatus().templates(), List.of());
    boolean same = true;
    for (UsedTemplate template : used) {
      same &= compare(flows, flow, template);
    }
    Set<String> fixed = new LinkedHashSet<>(used.stream().map(UsedTemplate::name).toList());
    for (String reference : references(flow)) {
      if (fixed.add(reference)) {
        boolean there = template(flows, reference) != null;
        print(
            "JobTemplate "
                + reference
                + ": not used yet"
                + (there ? "; the steps will use it as it is then" : ", and it does not exist"));
      }
    }
    if (fixed.isEmpty()) {
      print("flow " + name + " uses no templates");
    }
    return same ? Exit.OK : Exit.FINDINGS;
  }

  private static List<String> references(JobFlow flow) {
    return FlowPlan.of(flow.getSpec())
        .steps()
        .filter(PlannedStep::refers)
        .map(step -> Objects.requireNonNull(step.flow().jobTemplateRef()))
        .distinct()
        .toList();
  }

  private static @Nullable JobTemplate template(Flows flows, String name) {
    return flows
        .client()
        .resources(JobTemplate.class)
        .inNamespace(flows.namespace())
        .withName(name)
        .get();
  }

  private boolean compare(Flows flows, JobFlow flow, UsedTemplate used) {
    JobTemplate now = template(flows, used.name());
    String title = "JobTemplate " + used.name();
    if (now == null) {
      print(title + ": generation " + used.generation() + " is used; it has been deleted since");
      return false;
    }
    boolean other = !used.uid().equals(now.getMetadata().getUid());
    if (!other && Objects.equals(now.getMetadata().getGeneration(), used.generation())) {
      print(title + ": unchanged");
      return true;
    }
    String change =
        other
            ? "it was deleted and made anew since"
            : "it is at generation " + now.getMetadata().getGeneration() + " now";
    print(title + ": generation " + used.generation() + " is used; " + change);
    Optional<JobTemplateSpec> then = copy(flows, flow, used);
    if (then.isEmpty()) {
      print("  (the state that was used is not kept: no step needed it any more)");
      return false;
    }
    String from = title + " (used)";
    List<String> before = yaml(flows, then.get());
    List<String> after = yaml(flows, now.getSpec());
    UnifiedDiffUtils.generateUnifiedDiff(
            from, title + " (now)", before, DiffUtils.diff(before, after), CONTEXT)
        .forEach(this::print);
    return false;
  }

  private static Optional<JobTemplateSpec> copy(Flows flows, JobFlow flow, UsedTemplate used) {
    ObjectMeta owner = flow.getMetadata();
    int run = PastRun.next(flow.getStatus().history());
    ControllerRevision kept =
        flows
            .client()
            .apps()
            .controllerRevisions()
            .inNamespace(flows.namespace())
            .withName(TemplateCopies.name(owner.getName(), used.name(), run))
            .get();
    return Optional.ofNullable(kept)
        .filter(
            revision ->
                revision.getMetadata().getOwnerReferences().stream()
                    .anyMatch(reference -> reference.getUid().equals(owner.getUid())))
        .filter(revision -> Objects.equals(revision.getRevision(), used.generation()))
        .map(ControllerRevision::getData)
        .map(spec -> serialization(flows).convertValue(spec, JobTemplateSpec.class));
  }

  private static KubernetesSerialization serialization(Flows flows) {
    return flows.client().getKubernetesSerialization();
  }

  private static List<String> yaml(Flows flows, JobTemplateSpec spec) {
    // the same order of fields on both sides
    Object plain = serialization(flows).convertValue(spec, TreeMap.class);
    return serialization(flows).asYaml(plain).lines().filter(line -> !line.equals("---")).toList();
  }
}
