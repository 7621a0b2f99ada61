package io.jopf.jobflow.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** See its description. */
@Command(name = "suspend", description = "Starts nothing new and suspends the Jobs that run.")
final class SuspendCommand extends FlowCommand {
  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Override
  public Integer call() {
    flows().patchSpec(name, Map.of("suspend", true));
    print("flow " + name + " suspended");
    return Exit.OK;
  }
}
