package io.jopf.demo.view;

import io.jopf.demo.state.Notebook;
import io.jopf.demo.state.Notebook.Part;
import io.jopf.demo.state.Phase;
import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Step;
import io.jopf.demo.state.Template;
import io.jopf.demo.state.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Snapshots to draw. */
final class Pictures {

  static final Snapshot NOTHING = new Snapshot(List.of(), List.of(), List.of(), List.of());

  private Pictures() {}

  static Snapshot running() {
    return new Snapshot(
        List.of(
            work("jobflow-example", "Running", Steps.example()),
            work("jobflow-example-error", "Failed", Steps.failing())),
        List.of(
            work(
                "daemonjob-example",
                "Running",
                List.of(
                    Steps.of("minikube", Phase.RUNNING, 900),
                    Steps.of("node3", Phase.SUCCEEDED, 5000)))),
        List.of(
            new Template(
                "job1-template", new TreeSet<>(Set.of("f-job1")), new TreeSet<>(Set.of("f-job1")))),
        List.of(notebook(3, null, false)));
  }

  static Work work(String title, String state, List<Step> steps) {
    return new Work(title, state, steps, new TreeSet<>(), Duration.ofMillis(4100));
  }

  static Notebook notebook(int configMaps, @Nullable String url, boolean available) {
    return new Notebook(
        "minimal",
        List.of(new Part("ConfigMap", 3, configMaps), new Part("Secret", 1, url == null ? 0 : 1)),
        url,
        available,
        Duration.ofSeconds(1));
  }
}
