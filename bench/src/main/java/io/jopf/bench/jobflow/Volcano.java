package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jopf.bench.run.Child;
import io.jopf.bench.run.Definitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The JobFlow controller of Volcano. Its steps are jobs of Volcano, each made from a template of
 * its own, and whoever completes them writes a phase.
 */
final class Volcano implements Watcher<GenericKubernetesResource>, Contender {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final String COMPLETED = "{\"status\":{\"state\":{\"phase\":\"Completed\"}}}";
  private static final Pattern NEEDED =
      Pattern.compile(".*(flow|volcano)/bases/(flow|batch)\\.volcano\\.sh_job.*\\.yaml");
  private static final String FLOW = "flow.volcano.sh";
  private static final String BATCH = "batch.volcano.sh";

  private final KubernetesClient client;
  private final Stage stage;
  private final Child process;
  private final Watch watch;

  /**
   * Starts it.
   *
   * @param controller its binary
   * @param definitions a directory with the definitions of its kinds
   * @param limit requests per second that it allows itself
   */
  Volcano(Scene scene, Stage stage, Path controller, Path definitions, int limit, Path output) {
    this.client = scene.connect();
    this.stage = stage;
    try (Stream<Path> files = Files.walk(definitions)) {
      files
          .filter(file -> NEEDED.matcher(file.toString()).matches())
          .forEach(file -> Definitions.apply(client, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process =
        Child.start(
            List.of(
                controller.toString(), "--kube-api-qps=" + limit, "--kube-api-burst=" + 2 * limit),
            Map.of("KUBECONFIG", scene.kubeconfig().toString()),
            output);
    this.watch = client.genericKubernetesResources(kind(BATCH, "Job")).inAnyNamespace().watch(this);
    scene.settle();
  }

  private static ResourceDefinitionContext kind(String group, String kind) {
    return FlowStates.kind(group, kind);
  }

  @Override
  public String name() {
    return "volcano";
  }

  @Override
  public void begin(String namespace, String name, Graph graph) {
    IntStream.range(0, graph.size())
        .parallel()
        .forEach(step -> client.resource(template(namespace, step)).create());
    GenericKubernetesResource flow = object(FLOW, "JobFlow", namespace, name);
    flow.setAdditionalProperty(
        "spec",
        Map.of(
            "jobRetainPolicy",
            "retain",
            "flows",
            IntStream.range(0, graph.size())
                .mapToObj(step -> step(step, graph.needs().get(step)))
                .toList()));
    client.resource(flow).create();
  }

  private static Map<String, Object> step(int number, List<Integer> needs) {
    String name = Manifests.STEP + number;
    return needs.isEmpty()
        ? Map.of("name", name)
        : Map.of(
            "name",
            name,
            "dependsOn",
            Map.of("targets", needs.stream().map(need -> Manifests.STEP + need).toList()));
  }

  private static GenericKubernetesResource template(String namespace, int step) {
    GenericKubernetesResource template =
        object(FLOW, "JobTemplate", namespace, Manifests.STEP + step);
    template.setAdditionalProperty(
        "spec",
        Map.of(
            "minAvailable",
            1,
            "tasks",
            List.of(Map.of("name", "t", "replicas", 1, "template", Manifests.pod()))));
    return template;
  }

  private static GenericKubernetesResource object(
      String group, String kind, String namespace, String name) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(group + "/v1alpha1")
        .withKind(kind)
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .build();
  }

  @Override
  public void eventReceived(Action action, GenericKubernetesResource job) {
    String namespace = job.getMetadata().getNamespace();
    String name = job.getMetadata().getName();
    if (action == Action.ADDED) {
      stage.appeared(namespace, name, () -> complete(namespace, name));
    } else if ("Completed".equals(job.get("status", "state", "phase"))) {
      stage.completed(namespace, name);
    }
  }

  private void complete(String namespace, String name) {
    client
        .genericKubernetesResources(kind(BATCH, "Job"))
        .inNamespace(namespace)
        .withName(name)
        .subresource("status")
        .patch(MERGE, COMPLETED);
  }

  @Override
  public void onClose(WatcherException cause) {
    // the run does not end then, and await() says so
  }

  @Override
  public void close() {
    watch.close();
    process.close();
  }
}
