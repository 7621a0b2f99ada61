package io.jopf.demo;

import io.jopf.demo.cluster.ClusterWriter;
import io.jopf.demo.cluster.ExampleFiles;
import io.jopf.demo.cluster.SimulatedTarget;
import io.jopf.demo.cluster.Target;
import io.jopf.demo.cluster.UserTarget;
import io.jopf.demo.example.Example;
import io.jopf.demo.example.Examples;
import io.jopf.demo.operator.Operators;
import io.jopf.demo.operator.Settings;
import io.jopf.demo.view.Display;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One run from the cluster's start to the summary. */
final class Demo {

  private static final List<String> DEFINITIONS =
      List.of("roles/jobflow_operator/files/crd.yaml", "roles/operator/files/crd.yaml");
  private static final double NANOS = 1e9;

  private final Options options;
  private final Cleanup cleanup;
  private final Path root = Path.of(System.getProperty("jopf.root", "")).toAbsolutePath();

  Demo(Options options, Cleanup cleanup) {
    this.options = options;
    this.cleanup = cleanup;
  }

  /**
   * Runs.
   *
   * @return whether every example ended as documented
   */
  boolean run() throws InterruptedException {
    long start = System.nanoTime();
    Display display = cleanup.acquire(Display::ofStandardOutput, Display::close);
    Path directory = cleanup.acquire(Workspace::create, Workspace::delete);
    Watchdog watchdog = cleanup.acquire(() -> Watchdog.start(directory), Watchdog::close);
    Target target = target(directory);
    List<Example> examples = examples(target, display);
    List<String> namespaces =
        IntStream.rangeClosed(0, examples.stream().mapToInt(Example::place).max().orElse(0))
            .mapToObj(i -> target.namespace() + (i == 0 ? "" : "-" + (i + 1)))
            .toList();
    announce(target, namespaces, display);

    ClusterWriter writer = new ClusterWriter(target, cleanup);
    DEFINITIONS.forEach(file -> writer.definitions(root.resolve(file)));
    namespaces.forEach(writer::namespace);
    if (target.lasting()) {
      cleanup.acquire(() -> display, d -> d.note("removing what the demo has made ..."));
    }
    Settings settings =
        new Settings(root, directory, target.kubeconfig(), namespaces, !target.lasting());
    Operators operators = Operators.start(settings, watchdog, cleanup);
    operators.awaitReady();
    double taken = (System.nanoTime() - start) / NANOS;
    display.note(String.format(Locale.ROOT, "both operators are ready after %.1f s", taken));
    cleanup.acquire(() -> display, Display::close);
    return new Performance(target, namespaces, examples, operators, display).run(writer, cleanup);
  }

  private Target target(Path directory) {
    Path kubeconfig = options.kubeconfig();
    return kubeconfig == null
        ? SimulatedTarget.start(directory, cleanup)
        : UserTarget.connect(kubeconfig, options.namespace(), cleanup);
  }

  private List<Example> examples(Target target, Display display) {
    List<Example> all = Examples.of(ExampleFiles.read(target.client(), root.resolve("examples")));
    if (target.missingNode() == null) {
      return all;
    }
    display.note(
        "left out, as there is no node "
            + target.missingNode()
            + ": "
            + String.join(", ", Examples.bound()));
    return all.stream().filter(Examples::worksAnywhere).toList();
  }

  private static void announce(Target target, List<String> namespaces, Display display) {
    display.note("running both operators on " + target.title());
    if (target.lasting()) {
      display.note(
          "in the namespaces "
              + String.join(" and ", namespaces)
              + "; this takes about 4 minutes, and longer if images have to be pulled");
    }
  }
}
