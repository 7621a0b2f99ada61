package io.jopf.jobflow.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    Session session = new Session(out, err, System.in, Clock.systemUTC(), new Connection());
    // not by return: threads of the client may still live
    System.exit(run(session, arguments));
  }

  static int run(Session session, String... arguments) {
    try (session) {
      return new CommandLine(new JobFlowCommand(session))
          .setOut(session.out())
          .setErr(session.err())
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setExecutionExceptionHandler((e, command, parsed) -> trouble(session, e))
          .execute(arguments);
    }
  }

  private static int trouble(Session session, Exception e) {
    session.out().flush();
    session.err().println("jobflow: " + Words.of(e));
    if (System.getenv("JOBFLOW_DEBUG") != null) {
      e.printStackTrace(session.err());
    }
    return Exit.TROUBLE;
  }

  /** The version of the jar; a word for none where it is not run from one. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"jobflow " + Optional.ofNullable(version).orElse("(not packaged)")};
    }
  }
}
