package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.graph.Durations;
import io.jopf.jobflow.job.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows flows. */
@Command(name = "get", description = "Lists flows, or shows the steps of one.")
final class GetCommand extends FlowCommand {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Parameters(arity = "0..1", paramLabel = "FLOW", description = "Without, all are listed.")
  private @Nullable String name;

  @Option(
      names = {"-w", "--watch"},
      description = "Tell of every change in one line, until the flow has ended.")
  private boolean watch;

  @Override
  public Integer call() {
    if (name == null) {
      list();
    } else if (watch) {
      watch(name);
    } else {
      show(flows().get(name));
    }
    return Exit.OK;
  }

  private void list() {
    Table table = new Table("NAME", "STATUS", "PROGRESS", "DURATION", "MESSAGE");
    for (JobFlow flow : flows().list()) {
      JobFlowStatus status = status(flow);
      table.row(
          flow.getMetadata().getName(),
          state(status),
          text(status.progress()),
          duration(status),
          text(status.message()));
    }
    table.lines().forEach(this::print);
  }

  private void show(JobFlow flow) {
    JobFlowStatus status = status(flow);
    String line =
        String.join(
            "  ",
            List.of(
                flow.getMetadata().getName(),
                state(status),
                text(status.progress()),
                duration(status),
                text(status.message())));
    print(line.replaceAll("( {2})+$", "").replaceAll(" {3,}", "  "));
    FlowTree.lines(flow, session().clock().instant()).forEach(this::print);
  }

  private void watch(String flow) {
    String[] last = {""};
    new FlowWatch(flows(), flow)
        .until(
            now -> {
              String line = Summary.line(now);
              if (!line.equals(last[0])) {
                last[0] = line;
                Instant time = session().clock().instant();
                print(CLOCK.withZone(ZoneId.systemDefault()).format(time) + " " + line);
              }
              return FlowWatch.isOver(now);
            },
            null);
  }

  private static JobFlowStatus status(JobFlow flow) {
    return Objects.requireNonNullElseGet(flow.getStatus(), JobFlowStatus::none);
  }

  private static String state(JobFlowStatus status) {
    return Objects.requireNonNullElse(status.state(), "Pending");
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private String duration(JobFlowStatus status) {
    Instant start = Timestamp.read(status.startTime());
    if (start == null) {
      return "";
    }
    Instant end = Timestamp.read(status.completionTime());
    Instant until = end == null ? session().clock().instant() : end;
    return Durations.text(Duration.between(start, until));
  }
}
