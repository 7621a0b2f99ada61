package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a flow at once. */
@Command(name = "cancel", description = "Ends a flow at once: Jobs that run are deleted.")
final class CancelCommand extends FlowCommand {
  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Option(names = "--run-finally", description = "Run the final steps nevertheless.")
  private boolean runFinally;

  @Override
  public Integer call() {
    flows().annotate(name, unlessOver(runFinally ? "CancelRunFinally" : "Cancel"));
    print("flow " + name + " is cancelled");
    return Exit.OK;
  }

  /** The value, but only of flows that can still be ended. */
  static Function<JobFlow, Map<String, @Nullable String>> unlessOver(String value) {
    return flow -> {
      if (FlowWatch.isOver(flow)) {
        throw new CliException("flow " + flow.getMetadata().getName() + " has ended already");
      }
      return Map.of(Marks.STOP, value);
    };
  }
}
