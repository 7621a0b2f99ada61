package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.graph.Dot;
import io.jopf.jobflow.graph.FlowGraph;
import io.jopf.jobflow.graph.Mermaid;
import io.jopf.jobflow.graph.Svg;
import io.jopf.jobflow.lint.FlowFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a flow. */
@Command(
    name = "graph",
    description = "Draws all steps of a flow with their states and its critical path.")
final class GraphCommand extends FlowCommand {

  /** What a drawing is written in. */
  enum Format {
    MERMAID,
    DOT,
    SVG
  }

  @Parameters(arity = "0..1", paramLabel = "FLOW", description = "A flow of the cluster.")
  private @Nullable String name;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Draw the flow of a file; - for the standard input.")
  private @Nullable String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "mermaid, dot or svg. Default: mermaid.")
  private Format format = Format.MERMAID;

  @Spec private CommandSpec command;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GraphCommand() {}

  @Override
  public Integer call() {
    FlowGraph graph = FlowGraph.of(flow(), session().clock().instant());
    String text =
        switch (format) {
          case MERMAID -> Mermaid.write(graph);
          case DOT -> Dot.write(graph);
          case SVG -> Svg.write(graph);
        };
    session().out().print(text);
    return Exit.OK;
  }

  private JobFlow flow() {
    if (file != null) {
      return ofFile(file, name);
    }
    if (name == null) {
      throw new ParameterException(command.commandLine(), "name a FLOW, or a file with -f");
    }
    return flows().get(name);
  }

  private JobFlow ofFile(String from, @Nullable String wanted) {
    List<JobFlow> flows = new ArrayList<>();
    Inputs.read(List.of(from), session().in())
        .forEach((where, text) -> flows.addAll(FlowFile.flows(where, text)));
    List<String> names = flows.stream().map(flow -> flow.getMetadata().getName()).toList();
    List<JobFlow> fit =
        flows.stream()
            .filter(flow -> wanted == null || wanted.equals(flow.getMetadata().getName()))
            .toList();
    if (fit.size() == 1) {
      return fit.get(0);
    }
    String there = names.isEmpty() ? "no JobFlow" : "the JobFlows " + String.join(", ", names);
    throw new CliException(from + " has " + there + (names.isEmpty() ? "" : "; name one of them"));
  }
}
