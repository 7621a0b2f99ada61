package io.jopf.demo.state;

import io.jopf.demo.example.Example;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JobFlows and DaemonJobs. */
final class WorkReader {

  private final Stopwatch stopwatch;

  WorkReader(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  /** The steps come from the example, so that all are there before the first has a state. */
  Work flow(Example example, Observed observed, Duration now) {
    Map<String, Phase> phases = phases(observed, "steps");
    List<Step> steps = new ArrayList<>();
    for (Object flow : Fields.list(example.spec(), "flows")) {
      String name = Fields.text(flow, "name").orElse("");
      Phase phase = phases.getOrDefault(name, Phase.WAITING);
      steps.add(step(example, name, Fields.texts(flow, "dependencies"), phase, now));
    }
    return work(example, observed, steps, now);
  }

  Work daemonJob(Example example, Observed observed, Duration now) {
    List<Step> nodes = new ArrayList<>();
    phases(observed, "nodes")
        .forEach((name, phase) -> nodes.add(step(example, name, List.of(), phase, now)));
    return work(example, observed, nodes, now);
  }

  private static Map<String, Phase> phases(Observed observed, String list) {
    Map<String, Phase> phases = new LinkedHashMap<>();
    for (Object entry : Fields.list(observed.status(), list)) {
      phases.put(
          Fields.text(entry, "name").orElse(""),
          Phase.of(Fields.text(entry, "state").orElse(null)));
    }
    return phases;
  }

  private Step step(
      Example example, String name, List<String> dependencies, Phase phase, Duration now) {
    String key = example.title() + "/" + name;
    return new Step(
        name,
        dependencies,
        phase,
        stopwatch.time(key, phase == Phase.RUNNING, phase.isOver(), now));
  }

  private Work work(Example example, Observed observed, List<Step> steps, Duration now) {
    String state = Fields.text(observed.status(), "state").orElse("");
    Work work = new Work(example.title(), state, steps, observed.jobs(), null);
    return work.after(
        stopwatch.time(
            example.kind() + "/" + example.title(), !state.isEmpty(), work.isOver(), now));
  }
}
