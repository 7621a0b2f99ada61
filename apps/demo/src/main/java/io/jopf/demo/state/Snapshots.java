package io.jopf.demo.state;

import io.jopf.demo.example.Example;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Makes snapshots, and measures times from one to the next. */
public final class Snapshots {

  private final ObjectSource source;
  private final List<String> namespaces;
  private final List<Example> examples;
  private final WorkReader works;
  private final NotebookReader notebooks;

  /** Reads from a view. */
  public Snapshots(ClusterView view, List<String> namespaces, List<Example> examples) {
    this((ObjectSource) view, namespaces, examples);
  }

  Snapshots(ObjectSource source, List<String> namespaces, List<Example> examples) {
    this.source = source;
    this.namespaces = namespaces;
    this.examples = examples;
    Stopwatch stopwatch = new Stopwatch();
    this.works = new WorkReader(stopwatch);
    this.notebooks = new NotebookReader(stopwatch);
  }

  /**
   * The examples now.
   *
   * @param now since the examples were applied
   */
  public Snapshot at(Duration now) {
    return new Snapshot(
        each(Kind.JOB_FLOW, example -> works.flow(example, observed(example), now)),
        each(Kind.DAEMON_JOB, example -> works.daemonJob(example, observed(example), now)),
        each(
            Kind.JOB_TEMPLATE,
            example -> TemplateReader.template(example, observed(example), examples)),
        each(Kind.NOTEBOOK, example -> notebooks.notebook(example, observed(example), now)));
  }

  private <T> List<T> each(String kind, Function<Example, T> reader) {
    return examples.stream().filter(e -> e.kind().equals(kind)).map(reader).toList();
  }

  private Observed observed(Example example) {
    return new Observed(source, namespaces.get(example.place()), example);
  }
}
