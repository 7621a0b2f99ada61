package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.lint.Similar;
import io.jopf.jobflow.plan.FlowPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
    flows().annotate(name, this::decision);
    print("flow " + name + ": " + String.join(", ", steps) + (reject ? " refused" : " approved"));
    return Exit.OK;
  }

  private Map<String, @Nullable String> decision(JobFlow flow) {
    check(flow);
    Set<String> chosen = names(flow, reject ? Marks.REJECT : Marks.APPROVE);
    chosen.addAll(steps);
    // what was decided last holds; the operator would let a refusal win
    Set<String> other = names(flow, reject ? Marks.APPROVE : Marks.REJECT);
    other.removeAll(Set.copyOf(steps));
    Map<String, @Nullable String> both = new HashMap<>();
    both.put(reject ? Marks.REJECT : Marks.APPROVE, String.join(",", chosen));
    both.put(
        reject ? Marks.APPROVE : Marks.REJECT, other.isEmpty() ? null : String.join(",", other));
    return both;
  }

  private void check(JobFlow flow) {
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
  }

  private static Set<String> names(JobFlow flow, String annotation) {
    return new TreeSet<>(Marks.names(Flows.annotation(flow, annotation)));
  }
}
