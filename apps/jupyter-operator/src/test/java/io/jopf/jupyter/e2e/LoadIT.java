package io.jopf.jupyter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.status.StatusReport;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.Kubeconfig;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import io.jopf.test.real.RealCluster;
import io.jopf.test.real.ServiceUser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Counts what the API server is asked for, never how long that takes. The notebooks rest while it
 * counts, since nodes of a busy machine may come and go, which is something to report.
 */
@Scenario
@Tag("control-plane-only")
class LoadIT {

  private static final int NOTEBOOKS = 500;
  private static final Pattern LOOKS =
      Pattern.compile(
          "jopf_handler_duration_seconds_count\\{.*handler=\"notebook\",.*outcome=\"succeeded\".*\\}"
              + " (\\S+)");
  private static final Pattern WAITING = Pattern.compile("jopf_queue_depth\\{.*\\} (\\S+)");

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @Test
  void five_hundred_notebooks_are_each_made_once_and_then_left_alone(Cluster cluster) {
    RunningNotebook made = RunningNotebook.on(cluster);
    made.applyVolume("node1", Path.of("/projects"));
    ServiceUser user = ServiceUser.create((RealCluster) cluster, "operator");
    user.bind(Samples.root().resolve("roles/operator/files/cluster-role.yaml"));
    Map<String, String> settings =
        Map.of(
            "KUBECONFIG",
            Kubeconfig.of(cluster.client(), user.token()).toString(),
            "INGRESS_DOMAIN",
            "example.com",
            "JO_POD_NODE_SELECTOR_KEY",
            "",
            // others' namespaces may be on their way out, where nothing can be written
            "JOPF_NAMESPACES",
            cluster.namespace());
    OperatorProcess first = operator.start(settings).awaitReady();

    cluster.apply(
        IntStream.range(0, NOTEBOOKS).mapToObj(LoadIT::notebook).collect(Collectors.joining()));
    awaitAll(cluster, LoadIT::rests);
    awaitLooks(cluster, first, 2 * NOTEBOOKS);

    Map<String, Long> created = counted(user.requests(), "201 (?:create|patch) (\\w+)");
    // one about the objects, one that it rests
    assertThat(created.getOrDefault("events", 0L)).isLessThanOrEqualTo(2L * NOTEBOOKS);
    created.remove("events");
    assertThat(created)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "secrets", (long) NOTEBOOKS,
                "configmaps", 3L * NOTEBOOKS,
                "services", (long) NOTEBOOKS,
                "ingresses", (long) NOTEBOOKS,
                "deployments", (long) NOTEBOOKS));
    Map<String, Long> changed = counted(user.requests(), "200 (?:update|patch) (\\w+)");
    // offered, and made
    assertThat(changed.getOrDefault("jupyternotebooks", 0L)).isEqualTo(2L * NOTEBOOKS);
    assertThat(changed.keySet()).isSubsetOf("jupyternotebooks", "events");
    assertThat(counted(user.requests(), "[45]\\d\\d (?:create|update|patch|delete\\w*) (\\w+)"))
        .isEmpty();

    int asked = user.requests().size();
    double looks = sum(LOOKS, first);
    // as kubectl annotate does: news of no consequence
    patchAll(cluster, "{\"metadata\": {\"annotations\": {\"of\": \"others\"}}}");
    awaitLooks(cluster, first, looks + NOTEBOOKS);
    assertThat(writes(since(user, asked))).isEmpty();

    first.kill();
    asked = user.requests().size();
    OperatorProcess second = operator.start(settings).awaitReady();
    awaitLooks(cluster, second, NOTEBOOKS);
    List<String> afterRestart = since(user, asked);
    assertThat(writes(afterRestart)).isEmpty();
    // lists of the kinds, and not an object at a time
    assertThat(afterRestart).noneMatch(request -> request.contains(" get "));
    assertThat(afterRestart).hasSizeLessThan(100);

    asked = user.requests().size();
    patchAll(cluster, "{\"spec\": {\"imDataManager\": {\"stopped\": false}}}");
    awaitAll(cluster, StatusReport::isAvailable);
    Map<String, Long> started =
        counted(since(user, asked), "\\d+ (?:create|update|patch|delete\\w*) (\\w+)");
    // how far a pod is when it is looked at is a matter of luck, and so is what there is to say
    started.keySet().removeAll(Set.of("jupyternotebooks", "events"));
    assertThat(started).isEqualTo(Map.of("deployments", (long) NOTEBOOKS));
    assertThat(user.refused()).isEmpty();

    cluster.client().resources(JupyterNotebook.class).delete();
    cluster.await("nothing is left", () -> made.objects().findAny().isEmpty());
    assertThat(second.stop()).isZero();
  }

  private static String notebook(int number) {
    return """
        ---
        apiVersion: squonk.it/v2
        kind: JupyterNotebook
        metadata: {name: nb%d}
        spec: {imDataManager: {project: {claimName: projects, id: p%d}, stopped: true}}
        """
        .formatted(number, number % 50);
  }

  /** Step by step: a slow machine may take its time as long as it gets on. */
  private static void awaitAll(Cluster cluster, Predicate<JupyterNotebook> condition) {
    for (int some = 50; some <= NOTEBOOKS; some += 50) {
      int wanted = some;
      cluster.await(
          wanted + " are as they should be",
          () -> cluster.list(JupyterNotebook.class).stream().filter(condition).count() >= wanted);
    }
  }

  private static boolean rests(JupyterNotebook notebook) {
    return StatusReport.isTrue(notebook, StatusReport.STOPPED);
  }

  private static void awaitLooks(Cluster cluster, OperatorProcess operator, double number) {
    cluster.await(
        "the operator has looked at all and nothing waits",
        () -> sum(LOOKS, operator) >= number && sum(WAITING, operator) == 0);
  }

  private static double sum(Pattern series, OperatorProcess operator) {
    return series
        .matcher(operator.get("/prometheus").body())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  private static void patchAll(Cluster cluster, String patch) {
    for (JupyterNotebook notebook : cluster.list(JupyterNotebook.class)) {
      cluster.client().resource(notebook).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }
  }

  /** Its requests but the first; there may be more any time. */
  private static List<String> since(ServiceUser user, int first) {
    List<String> requests = user.requests();
    return requests.subList(first, requests.size());
  }

  /** What was written, whether or not the API server took it. */
  private static List<String> writes(List<String> requests) {
    return requests.stream()
        .filter(request -> request.matches("\\d+ (create|update|patch|delete\\w*) .*"))
        .toList();
  }

  /** How many requests there are of a form, by its group. */
  private static Map<String, Long> counted(List<String> requests, String form) {
    Pattern pattern = Pattern.compile(form);
    return requests.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .collect(
            Collectors.groupingBy(found -> found.group(1), HashMap::new, Collectors.counting()));
  }
}
