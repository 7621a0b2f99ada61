package io.jopf.jobflow.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** See its description. */
@Command(name = "resume", description = "Lets a suspended flow go on.")
final class ResumeCommand extends FlowCommand {
  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Override
  public Integer call() {
    flows().patchSpec(name, Map.of("suspend", false));
    print("flow " + name + " resumed");
    return Exit.OK;
  }
}
