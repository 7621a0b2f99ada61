package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs everything again. */
@Command(
    name = "resubmit",
    description = "Runs all of an ended flow again, with the templates as they are now.")
final class ResubmitCommand extends FlowCommand {
  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Override
  public Integer call() {
    flows().annotate(name, this::wish);
    print("flow " + name + " runs again as a whole");
    return Exit.OK;
  }

  private Map<String, @Nullable String> wish(JobFlow flow) {
    if (!FlowWatch.hasEnded(flow)) {
      throw new CliException("flow " + name + " has not ended: it cannot be run again yet");
    }
    return RetryCommand.again(flow, Marks.RESUBMIT, "");
  }
}
