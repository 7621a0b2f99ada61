package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs again what failed. */
@Command(
    name = "retry",
    description = "Runs again what failed, was skipped or cancelled; of other steps those named.")
final class RetryCommand extends FlowCommand {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})\\b.*", Pattern.DOTALL);

  @Parameters(index = "0", paramLabel = "FLOW")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "STEP",
      description = "Runs again as well, though it succeeded.")
  private List<String> steps = List.of();

  @Override
  public Integer call() {
    flows().annotate(name, this::wish);
    print("flow " + name + " runs again");
    return Exit.OK;
  }

  private Map<String, @Nullable String> wish(JobFlow flow) {
    if (!FlowWatch.hasEnded(flow)) {
      throw new CliException("flow " + name + " has not ended: there is nothing to run again yet");
    }
    checkSteps(flow, steps);
    if (steps.isEmpty() && "Succeed".equals(flow.getStatus().state())) {
      throw new CliException("flow " + name + " succeeded: name the steps that are to run again");
    }
    String also = steps.isEmpty() ? "" : ": " + String.join(", ", steps);
    return again(flow, Marks.RETRY, also);
  }

  /** A new wish for another run, for which nothing that was decided about the one before holds. */
  static Map<String, @Nullable String> again(JobFlow flow, String annotation, String what) {
    Matcher last = NUMBER.matcher(Flows.annotation(flow, annotation));
    long next = last.matches() ? Long.parseLong(last.group(1)) + 1 : 1;
    Map<String, @Nullable String> wish = new LinkedHashMap<>();
    wish.put(annotation, next + what);
    wish.put(Marks.STOP, null);
    wish.put(Marks.APPROVE, null);
    wish.put(Marks.REJECT, null);
    return wish;
  }
}
