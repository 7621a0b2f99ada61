package io.jopf.jobflow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The root of all commands. */
@Command(
    name = "jobflow",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Checks, shows and controls flows of Jobs.",
    subcommands = {
      LintCommand.class,
      GraphCommand.class,
      GetCommand.class,
      LogsCommand.class,
      DiffCommand.class,
      WaitCommand.class,
      RetryCommand.class,
      ResubmitCommand.class,
      SuspendCommand.class,
      ResumeCommand.class,
      StopCommand.class,
      CancelCommand.class,
      ApproveCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; of a flow: it succeeded",
      "1:lint has findings, diff has differences",
      "2:the arguments make no sense",
      "3:the flow failed",
      "4:the flow was stopped or cancelled",
      "5:the time is up",
      "6:it could not be done"
    })
final class JobFlowCommand {
  private final Session session;

  JobFlowCommand(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }
}
