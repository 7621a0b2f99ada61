package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.lint.Similar;
import io.jopf.jobflow.plan.FlowPlan;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides about steps that wait for somebody. */
@Command(name = "approve", description = "Approves steps that wait for it, or refuses them.")
final class ApproveCommand extends FlowCommand {
  @Parameters(index = "0", paramLabel = "FLOW")
  private String name = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "STEP")
  private List<String> steps = List.of();

  @Option(names = "--reject", description = "Refuse them: the steps fail.")
  private boolean reject;

  @Override
  public Integer call() {
    String annotation = reject ? Marks.REJECT : Marks.APPROVE;
    flows().annotate(name, flow -> Map.of(annotation, list(flow, annotation)));
    print("flow " + name + ": " + String.join(", ", steps) + (reject ? " refused" : " approved"));
    return Exit.OK;
  }

  private String list(JobFlow flow, String annotation) {
    List<String> waiting =
        FlowPlan.of(flow.getSpec())
            .steps()
            .filter(step -> Boolean.TRUE.equals(step.flow().approval()))
            .map(step -> Objects.requireNonNullElse(step.flow().name(), step.name()))
            .toList();
    for (String step : steps) {
      if (!waiting.contains(step)) {
        String which = "flow " + name + " has no step " + step + " that waits for approval";
        throw new CliException(which + Similar.hint(step, waiting));
      }
    }
    Set<String> all = new LinkedHashSet<>();
    Arrays.stream(Flows.annotation(flow, annotation).split(",", -1))
        .map(String::strip)
        .filter(step -> !step.isEmpty())
        .forEach(all::add);
    all.addAll(steps);
    return String.join(",", all);
  }
}
