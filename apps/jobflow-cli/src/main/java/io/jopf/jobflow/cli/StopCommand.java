package io.jopf.jobflow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a flow in an orderly way. */
@Command(
    name = "stop",
    description = "Starts nothing new; what runs is let to its end, then the final steps run.")
final class StopCommand extends FlowCommand {
  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Override
  public Integer call() {
    flows().annotate(name, CancelCommand.unlessOver("Stop"));
    print("flow " + name + " stops");
    return Exit.OK;
  }
}
