package io.jopf.demo.state;

import java.util.List;
import java.util.stream.Stream;

/** All examples at one moment. */
public record Snapshot(
    List<Work> flows, List<Work> daemonJobs, List<Template> templates, List<Notebook> notebooks) {

  /** Flows and DaemonJobs. */
  public Stream<Work> works() {
    return Stream.concat(flows.stream(), daemonJobs.stream());
  }
}
