package io.jopf.jobflow.cli;

import io.jopf.flow.FlowState;
import io.jopf.jobflow.api.JobFlow;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Waits for the end of a flow. */
@Command(
    name = "wait",
    description = "Waits until a flow has ended; the exit code tells how it ended.")
final class WaitCommand extends FlowCommand {

  /** Reads times as kubectl has them. */
  static final class Time implements ITypeConverter<Duration> {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(s|m|h|)");

    @Override
    public Duration convert(String text) {
      Matcher parts = TIME.matcher(text);
      if (!parts.matches()) {
        throw new TypeConversionException("'" + text + "' is no time such as 30s, 10m or 2h");
      }
      long number = Long.parseLong(parts.group(1));
      return switch (parts.group(2)) {
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofSeconds(number);
      };
    }
  }

  @Parameters(paramLabel = "FLOW")
  private String name = "";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Time.class,
      description = "How long at most, such as 30s, 10m or 2h. Default: for ever.")
  private @Nullable Duration timeout;

  @Override
  public Integer call() {
    Optional<JobFlow> ended = new FlowWatch(flows(), name).until(FlowWatch::isOver, timeout);
    if (ended.isEmpty()) {
      session().err().println("jobflow: the time is up; " + name + " has not ended");
      return Exit.TIMEOUT;
    }
    String state = Objects.requireNonNullElse(ended.get().getStatus().state(), "");
    String message = Objects.requireNonNullElse(ended.get().getStatus().message(), "");
    print(name + " " + state + (message.isEmpty() ? "" : ": " + message));
    return Exit.of(FlowState.fromText(state));
  }
}
