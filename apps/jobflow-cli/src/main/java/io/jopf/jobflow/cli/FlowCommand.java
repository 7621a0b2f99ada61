package io.jopf.jobflow.cli;

import io.jopf.flow.Step;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.lint.Similar;
import io.jopf.jobflow.plan.FlowPlan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** A command about flows of a cluster. */
@Command(mixinStandardHelpOptions = true)
abstract class FlowCommand implements Callable<Integer> {
  @ParentCommand private JobFlowCommand root;
  @Mixin private ClusterOptions cluster;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  FlowCommand() {}

  final Session session() {
    return root.session();
  }

  final ClusterOptions cluster() {
    return cluster;
  }

  final Flows flows() {
    return new Flows(session().client(cluster));
  }

  final void print(String line) {
    session().out().println(line);
    session().out().flush();
  }

  /** Refuses names that no step of the flow has. */
  static void checkSteps(JobFlow flow, List<String> names) {
    List<String> known =
        FlowPlan.of(flow.getSpec()).plan().steps().stream().map(Step::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        String which = "flow " + flow.getMetadata().getName() + " has no step " + name;
        throw new CliException(which + Similar.hint(name, known));
      }
    }
  }
}
