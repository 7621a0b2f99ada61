package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.cli.StepPods.StepPod;
import io.jopf.jobflow.plan.FlowPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the pods of a flow write. */
@Command(name = "logs", description = "Shows the logs of a flow's steps.")
final class LogsCommand extends FlowCommand {
  private static final Duration LOOK = Duration.ofSeconds(1);

  @Parameters(index = "0", paramLabel = "FLOW")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "STEP",
      description = "A step, or a loop with all its turns. Default: all steps.")
  private @Nullable String step;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the flow has ended, with steps that start meanwhile.")
  private boolean follow;

  @Option(names = "--all-attempts", description = "Earlier attempts as well.")
  private boolean allAttempts;

  @Option(
      names = {"-c", "--container"},
      paramLabel = "NAME",
      description = "The container. Default: the pod's first.")
  private @Nullable String container;

  @Override
  public Integer call() {
    Flows flows = flows();
    JobFlow flow = flows.get(name);
    if (step != null) {
      check(flow, step);
    }
    StepPods pods = new StepPods(flows.client(), flow);
    PodLogs logs = new PodLogs(flows.client(), session(), container);
    if (follow) {
      return follow(flows, pods, logs);
    }
    List<StepPod> there = pods.find(step, allAttempts).stream().filter(StepPod::hasBegun).toList();
    if (there.isEmpty()) {
      throw new CliException(
          "no pod of "
              + (step == null ? "flow " + name : "step " + step)
              + " has started,"
              + " or none is left");
    }
    boolean many = there.stream().map(StepPod::name).distinct().count() > 1;
    boolean good = true;
    for (StepPod pod : there) {
      good &= logs.print(pod, many);
    }
    return good ? Exit.OK : Exit.TROUBLE;
  }

  private static void check(JobFlow flow, String step) {
    boolean loop =
        FlowPlan.of(flow.getSpec()).steps().anyMatch(planned -> step.equals(planned.flow().name()));
    if (!loop) {
      checkSteps(flow, List.of(step));
    }
  }

  private int follow(Flows flows, StepPods pods, PodLogs logs) {
    NewPods begun = new NewPods(allAttempts);
    List<Thread> readers = new ArrayList<>();
    boolean over = false;
    while (!over) {
      over = new FlowWatch(flows, name).until(FlowWatch::isOver, LOOK).isPresent();
      for (StepPod pod : begun.among(pods.find(step, true))) {
        Thread reader = new Thread(() -> logs.follow(pod), "logs-" + pod.name());
        reader.setDaemon(true);
        reader.start();
        readers.add(reader);
      }
    }
    try {
      for (Thread reader : readers) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException("interrupted", e);
    }
    return logs.failed() ? Exit.TROUBLE : Exit.OK;
  }
}
